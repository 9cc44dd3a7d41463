"""What CRMs and teams call the rungs: in English, German, French, Spanish, between commas."""

from domain.customers import Rung

WORDS: dict[Rung, str] = {
    Rung.SUSPECT: """
        lead, cold, new, open, subscriber, other lead, contacted, not contacted, attempted,
        attempted to contact, recycled, nurture,
        kontakt, kalt, neu, offen, froid, nouveau, abonné, frío, nuevo, suscriptor
    """,
    Rung.PROSPECT: """
        prospect, opportunity, mql, sql, sal, pql, marketing qualified, sales qualified, qualified,
        marketing qualified lead, sales qualified lead, hot, warm, hot lead, warm lead, open deal,
        in progress, connected, working, interested, engaged, negotiation, negotiating, proposal,
        proposal sent, quote, quoted, quote sent, demo, pipeline, evaluation, evaluating,
        trial, free trial, trialing, in negotiation, appointment scheduled, qualified to buy,
        presentation scheduled, demo scheduled, decision maker bought in, contract sent,
        prospecting, qualification, needs analysis, value proposition, id decision makers,
        perception analysis, proposal price quote, negotiation review, pre qualified,
        contact in future, Interessent, Interessentin, potenzieller Kunde, Angebot, Verkaufschance,
        qualifiziert, client potentiel, opportunité, devis, qualifié, prospecto, cliente potencial,
        oportunidad, presupuesto, calificado
    """,
    Rung.SHOPPER: """
        first time buyer, first time customer,
        shopper, new customer, new client, first purchase, first order, onboarding, trial customer,
        one time customer, occasional customer, Neukunde, Neukundin, nouveau client, cliente nuevo,
        nuevo cliente
    """,
    Rung.CUSTOMER: """
        customer, client, active, buyer, won, closed won, signed, existing, current, paying, live,
        existing customer, deal won, contract signed, paid,
        Kunde, Kundin, Bestandskunde, Bestandskundin, gewonnen, aktiv, gagné, actif,
        cliente, activo, activa, ganado, ganada, klient, zákazník, клиент
    """,
    Rung.MEMBER: """
        loyalty member, Premiumkunde, cliente recurrente,
        member, vip, key account, key customer, key client, repeat, repeat customer, loyal,
        returning, recurring, regular, premium, gold, platinum, top customer, strategic,
        Mitglied, Stammkunde, Stammkundin, Großkunde, Schlüsselkunde, client fidèle, fidèle,
        grand compte, membre, cliente fiel, cliente habitual, cliente vip, miembro, socio
    """,
    Rung.ADVOCATE: """
        brand ambassador,
        advocate, evangelist, promoter, champion, ambassador, referrer, reference, referral source,
        reference customer, Empfehler, Botschafter, Fürsprecher, Referenzkunde, ambassadeur,
        prescripteur, embajador, promotor
    """,
    Rung.RAVING_FAN: "raving fan, fan, superfan, Fan, inconditionnel",
}
"""What each is called. Whatever a CRM says besides (*customer - direct*) stands behind a stop."""

OVER = """
    lost, churned, lapsed, inactive, cancelled, canceled, dormant, dead, gone, expired,
    terminated, disqualified, unqualified, rejected, declined, bad timing, not converted,
    not interested, not qualified, lost lead, on hold, no longer, closed lost, verloren, inaktiv,
    gekündigt, Altkunde,
    Exkunde, perdu, perdue, inactif, résilié, perdido, perdida, inactivo, inactiva
"""
"""Whoever was one and is none, wherever it stands: nobody chases them, and they are heard."""

FORMER = """
    former, ex, past, previous, old, ehemalig, ehemaliger, ehemalige, ehemals, früher, früherer,
    ancien, ancienne, antiguo, antigua
"""
"""The same, beside a rung."""

HOPED = """
    posible, potential, prospective, future, target, possible, potenziell, potenzieller,
    potentieller, potentiel, futur, potencial, futuro
"""
BESIDE = """
    active, existing, current, paying, direct, indirect, channel, live, aktiver, aktueller,
    actuel, actif, actual, activo,
    customer, client, account, buyer, Kunde, Kundin, cliente
"""
"""What changes nothing beside another word."""

NOTHING = "none, na, null, blank, nil, keine, keiner, aucun, aucune, ninguno, ninguna"
