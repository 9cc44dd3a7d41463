"""All routes in one list."""

from starlette.routing import BaseRoute

from playground.routes import admin, clock, page, people, slack

ROUTES: list[BaseRoute] = [
    *slack.ROUTES,
    *people.ROUTES,
    *clock.ROUTES,
    *admin.ROUTES,
    *page.ROUTES,
]
