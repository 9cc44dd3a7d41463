"""Half a year of a team in minutes: the real code on a turned clock, beside teams without it."""
