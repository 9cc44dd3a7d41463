"""What CRMs, address books and spreadsheets call the columns that Heed knows, between commas.

In English, German, French, Spanish, and what else the same programs export most. How a heading is
compared with these: `import_layout`.
"""

COMPANY = """
    company, company name, companies, account, accounts, account name, organisation, organization,
    organization name, organisation name, business, business name,
    Firma, Firmenname, Unternehmen, Unternehmensname, Name des Unternehmens, Accountname,
    société, nom de la société, entreprise, nom de l'entreprise, raison sociale, compte,
    nom du compte, nom de l'organisation,
    empresa, nombre de la empresa, nombre de empresa, razón social, compañía, organización,
    nombre de la organización, cuenta, nombre de la cuenta, nombre de cuenta,
    azienda, ragione sociale, bedrijf, bedrijfsnaam, nazwa firmy, компания, организация,
    会社, 会社名, 企業名
"""
"""Of the customer, whoever else the line names."""

CUSTOMER = """
    customer, customer name, customers, client, client name, clients, Kunde, Kunden, Kundenname,
    nom du client, nom client,
    cliente, nombre del cliente, nombre cliente, klant, klient, zákazník, клиент, 顧客名
"""
"""Of the customer too, unless another column names a company: then of a person there."""

ANY_NAME = """
    name, nom, nom complet, nombre, nombre completo, nome, naam, nazwa, název, название, 名前, 氏名
"""
"""The same, unless any other names the customer, or people."""

ALIASES = "aliases, also known as, other names, auch bekannt als, alias, autres noms, otros nombres"

OWNER = """
    owner, account owner, company owner, contact owner, record owner, owner full name, assigned to,
    assigned user, sales rep, rep, responsible, owner email, owner mail, owner name,
    account manager, sales owner, lead owner, account owner email,
    Besitzer, zuständig, zuständiger Mitarbeiter, Betreuer, Kundenbetreuer, Verantwortlich,
    Verantwortlicher, Accountinhaber, Kontoinhaber, Ansprechpartner intern, Datensatzinhaber,
    propriétaire, propriétaire du compte, propriétaire de l'entreprise, propriétaire du contact,
    responsable, commercial, chargé de compte,
    propietario, propietario de la cuenta, propietario de la empresa, propietario del contacto,
    comercial, asignado a, opiekun, ответственный
"""

OWNERS_MANAGER = """
    owner's manager, owner manager, owners manager, manager of owner, account owner manager,
    account owner's manager, owner reports to, account owner: manager, sales manager, team lead,
    Vorgesetzter des Besitzers, Vertriebsleiter, Vertriebsleitung, responsable du propriétaire,
    responsable commercial, responsable del propietario, jefe de ventas
"""
"""Whom whoever owns them reports to. A *manager* alone may be the person's there."""

RUNG = """
    rung, stage, lifecycle stage, type, ladder, customer type, account type, customer status,
    relationship, Stufe, Phase, Lebenszyklusphase, Lifecycle Phase, Lifecyclephase, Kundentyp,
    Kundenstatus,
    Kundenart, Typ, étape, phase du cycle de vie, type de client, type de compte, statut client,
    etapa, fase, fase del ciclo de vida, etapa del ciclo de vida, tipo, tipo de cliente,
    tipo de cuenta, etap
"""
ALSO_RUNG = """
    status, lead status, account status, label, person labels, organization labels,
    organisation labels, statut, statut du lead,
    estado, estado del cliente, estado del lead, stav, статус
"""
"""Asked where none of those above is filled: it may say how far somebody is with an enquiry."""

CONTACT = """
    contact, contact name, contact person, full name, primary contact, person, person name,
    main contact, first name last name, display name, associated contact, contact full name,
    Ansprechpartner, Ansprechpartnerin, Kontakt, Kontaktperson, Kontaktname, vollständiger Name,
    lead name, interlocuteur, contact principal, nom du contact, personne de contact,
    contacto, persona de contacto, nombre del contacto, nombre de contacto, contacto principal,
    persona, referente, contactpersoon, osoba kontaktowa, kontaktní osoba, контактное лицо, 担当者名
"""
FIRST_NAME = """
    first name, firstname, given name, contact first name, forename, Vorname, prénom,
    nombre de pila, primer nombre, voornaam, imię, jméno, имя, 名
"""
MIDDLE_NAME = """
    middle name, additional name, zweiter Vorname, weitere Vornamen, deuxième prénom,
    segundo nombre
"""
LAST_NAME = """
    last name, lastname, surname, family name, contact last name, Nachname, Familienname, Zuname,
    nom de famille, apellido, apellidos, cognome, achternaam, nazwisko, příjmení, фамилия, 姓
"""
MAIL = """
    mail, email, e mail, email address, e mail address, contact email, primary email, work email,
    business email, email value, e mail value, mail address, person email,
    E-Mail-Adresse, Mailadresse, Mail-Adresse, courriel, adresse e-mail, adresse mail,
    adresse de messagerie, adresse électronique, correo, correo electrónico,
    dirección de correo electrónico, e-mailadres, adres e-mail, электронная почта, почта, メール,
    メールアドレス
"""
PHONE = """
    phone, phone number, telephone, telephone number, tel, mobile, mobile phone, mobile number,
    mobile phone number, work phone, contact phone, business phone, primary phone, home phone,
    other phone, company main phone, company phone, phone value, cell, cell phone, car phone,
    main phone,
    Telefon, Telefonnummer, Tel.-Nr., Rufnummer, Handy, Handynummer, Mobil, Mobilnummer,
    Mobiltelefon, Telefon geschäftlich, Telefon (geschäftlich), Mobiltelefonnummer,
    téléphone, numéro de téléphone, tél, téléphone mobile, portable, téléphone professionnel,
    teléfono, número de teléfono, móvil, celular, teléfono móvil, teléfono del trabajo, telefono,
    telefoon, telefonu, телефон, 電話, 電話番号
"""
ZONE = "zone, time zone, timezone, tz, iana timezone, Zeitzone, fuseau horaire, zona horaria"

STAR = """
    star, starred, is star, vip, key account, key customer, top customer, best customer, favourite,
    favorite, Schlüsselkunde, Großkunde, VIP-Kunde, client clé, compte clé, cliente clave,
    cliente vip, cuenta clave
"""
WORTH = """
    worth a year, worth, yearly value, annual value, value a year, value per year, customer value,
    annual contract value, acv, annual recurring revenue, arr, account value, Kundenwert,
    Jahreswert, Umsatz mit uns, valeur annuelle, valeur du client, valor anual, valor del cliente
"""
"""What they bring us. *Annual revenue* is mostly the company's own, so it is none of these."""

ROLE = """
    role, contact role, buying role, decision role, Rolle, Kaufrolle, rôle, rol, rol de compra
"""
BOUGHT = """
    bought, what they bought, products bought, purchased products, products purchased,
    gekaufte Produkte, produits achetés, productos comprados
"""
CARERS = """
    also cared for by, carers, project manager, customer success manager, csm, second owner,
    Projektleiter, Projektleitung, chef de projet, jefe de proyecto
"""
CHANNEL = """
    preferred channel, preferred contact method, preferred method of contact, contact preference,
    bevorzugter Kontaktweg, canal préféré, canal preferido
"""
HOURS = """
    hours, opening hours, business hours, best time to call, Öffnungszeiten, Erreichbarkeit,
    horaires, horaires d'ouverture, horario
"""

LAST_CONTACT = """
    last contact, last contacted, last contact date, last activity, last activity date, last touch,
    last interaction, last engagement date, last activity time, last contacted date,
    last contact time, last contact at,
    letzter Kontakt, letzte Aktivität, letzter Kontakt am, Datum der letzten Aktivität,
    Datum der letzten Kontaktaufnahme, dernier contact, dernière activité,
    date de la dernière activité, date de dernière activité, date du dernier contact,
    último contacto, última actividad, fecha de la última actividad, fecha de última actividad,
    fecha de último contacto, fecha del último contacto, ostatni kontakt, poslední kontakt,
    последний контакт, 最終連絡日
"""
