#!/usr/bin/env python3
"""Makes the sample spreadsheets with LibreOffice: writes each as a flat OpenDocument file and lets soffice convert it."""
import pathlib
import re
import subprocess
import sys
import tempfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).parent

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:time-style style:name="N-clock"><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>
<number:time-style style:name="N-half"><number:hours/><number:text>:</number:text><number:minutes number:style="long"/><number:text> </number:text><number:am-pm/></number:time-style>
<number:time-style style:name="N-span" number:truncate-on-overflow="false"><number:hours/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>
<number:date-style style:name="N-day"><number:day number:style="long"/><number:text>.</number:text><number:month number:style="long"/><number:text>.</number:text><number:year number:style="long"/></number:date-style>
<number:date-style style:name="N-both"><number:month/><number:text>/</number:text><number:day/><number:text>/</number:text><number:year number:style="long"/><number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:date-style>
<style:style style:name="clock" style:family="table-cell" style:data-style-name="N-clock"/>
<style:style style:name="half" style:family="table-cell" style:data-style-name="N-half"/>
<style:style style:name="span" style:family="table-cell" style:data-style-name="N-span"/>
<style:style style:name="day" style:family="table-cell" style:data-style-name="N-day"/>
<style:style style:name="both" style:family="table-cell" style:data-style-name="N-both"/>
</office:automatic-styles><office:body><office:spreadsheet>"""
FOOT = "</office:spreadsheet></office:body></office:document>"


class Clock(str):
    style = "clock"


class Half(str):
    style = "half"


class Span(str):
    style = "span"


class Day(str):
    style = "day"


class Both(str):
    style = "both"


class Formula:
    def __init__(self, formula, value):
        self.formula, self.value = formula, value


class Merged:
    def __init__(self, value, columns=1, rows=1):
        self.value, self.columns, self.rows = value, columns, rows


COVERED = object()


def paragraphs(text):
    return "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))


def cell(value):
    if value is COVERED:
        return "<table:covered-table-cell/>"
    spans = ""
    if isinstance(value, Merged):
        spans = f' table:number-columns-spanned="{value.columns}" table:number-rows-spanned="{value.rows}"'
        value = value.value
    if value is None or value == "":
        return f"<table:table-cell{spans}/>"
    if isinstance(value, (Clock, Half, Span)):
        hours, minutes = value.split(":")
        return (f'<table:table-cell{spans} table:style-name="{value.style}" office:value-type="time"'
                f' office:time-value="PT{int(hours):02d}H{int(minutes):02d}M00S"/>')
    if isinstance(value, (Day, Both)):
        return (f'<table:table-cell{spans} table:style-name="{value.style}" office:value-type="date"'
                f' office:date-value="{str(value).replace(" ", "T")}"/>')
    if isinstance(value, Formula):
        return (f'<table:table-cell{spans} table:formula="of:={value.formula}" office:value-type="float"'
                f' office:value="{value.value}"/>')
    if isinstance(value, (int, float)):
        return f'<table:table-cell{spans} office:value-type="float" office:value="{value}"/>'
    return f'<table:table-cell{spans} office:value-type="string">{paragraphs(value)}</table:table-cell>'


def table(name, rows):
    body = "".join("<table:table-row>" + "".join(map(cell, row or [""])) + "</table:table-row>" for row in rows)
    return f'<table:table table:name="{escape(name)}">{body}</table:table>'


def merged(value, columns):
    return [Merged(value, columns)] + [COVERED] * (columns - 1)


def make(name, tables, target="xlsx"):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, pathlib.Path(name).stem + ".fods")
        source.write_text(HEAD + "".join(table(*it) for it in tables) + FOOT, encoding="utf-8")
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", target,
             "--outdir", folder, str(source)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        made = pathlib.Path(folder, source.stem + "." + re.split("[:,]", target)[0])
        (HERE / name).write_bytes(made.read_bytes())


# ---------------------------------------------------------------- a county's emergency management, after FEMA's form
header = ["Event #", "Event Time", "Event Type", "Inject Mode", "From", "Recipient Player(s)", "Event Description",
          "Responsible Controller", "Expected Outcome of Player Action", "Capabilities Tested", "Notes"]
make("county-flood.xlsx", [
    ("Cover", [["Exercise Name", "Rising Water 26"], ["Sponsor", "Tarn County Emergency Management"],
               ["Security", "FOR EXERCISE USE ONLY"]]),
    ("MSEL", [
        merged("EXERCISE - EXERCISE - EXERCISE", 11),
        merged("Rising Water 26 – Master Scenario Events List", 11),
        ["", "", "StartEx: 09:00"],
        [],
        header,
        [1, Half("9:00"), "Administrative", "Radio", "Exercise Director", "All", "STARTEX", "Director", "", "", ""],
        [Formula("[.A6]+1", 2), Half("9:05"), "Key event", "E-mail", "National Weather Service (simulated)",
         "EOC Director, PIO", "Flood warning for the lower Tarn valley.\nCrest expected in three hours, 40 cm above the dyke road.",
         "R. Osei", "Activate the crisis team", "Operational Coordination", "Handout 1"],
        [Formula("[.A7]+1", 3), Half("9:12"), "Key event", "Phone", "Resident, 12 Mill Lane", "Customer service",
         "My cellar is filling up and nobody answers at the town hall. Who do I call? =HELP(me)", "SimCell 2",
         "Answers within ten minutes; logs the call", "Public Information and Warning; Mass Care Services", ""],
        [Formula("[.A8]+1", 4), Half("9:20"), "Key event", "Television", "Channel 8", "PIO; Legal and privacy",
         "Live pictures show cars in the water. The anchor asks why the county is silent.", "R. Osei",
         "Publish a holding statement", "Public Information and Warning", ""],
        [],
        [Formula("[.A9]+1", 5), Half("9:40"), "Contingency", "Phone", "Mayor of Lower Tarn", "Crisis lead and Communications",
         "I hear from the radio what my own county does!", "Director", "",
         "Operational Coordination", "Only if nobody has called the mayor by then"],
        [Formula("[.A11]+1", 6), "TBD", "Ad hoc", "Runner", "Volunteer", "Logistics", "A truck with sandbags is stuck at the gate.",
         "SimCell 1", "", "", ""],
        [Formula("[.A12]+1", 7), Half("10:30"), "Administrative", "Radio", "Exercise Director", "All", "ENDEX", "Director", "", "", ""],
    ]),
    ("Contacts", [["Name", "Telephone"], ["Director", "555-0101"], ["SimCell", "555-0102"]]),
])

# ---------------------------------------------------------------- a hospital's, with Excel dates and times
make("hospital-power.xlsx", [("Injects", [
    ["Seq No", "Scenario Time", "Delivery Method", "Originator", "To", "Message", "Expected Participant Response",
     "Learning Points", "Objective(s)", "Patient Census"],
    [1, Both("2026-05-03 22:50:00"), "Overhead page", "Facilities", "Operations; People and safety",
     "Main power lost. Generator 2 did not start.", "Names an incident commander", "Downtime forms", "Continuity of care", 212],
    [2, Both("2026-05-03 23:05:00"), "Telephone call", "Blood bank", "IT", "Our fridge alarm has been sounding for ten minutes.",
     "Moves stock to the generator circuit", "", "Continuity of care", 212],
    [3, Both("2026-05-03 23:30:00"), "Text message", "Daughter of a patient in ward 4", "Patient relations",
     "Is my mother’s ventilator still on? Nobody picks up. 🙏", "Personal answer within ten minutes", "Families first",
     "Family information", 211],
    [4, Both("2026-05-04 00:15:00"), "Social media", "@tarn-gossip.example", "PIO / Social Media",
     "\"They have NO LIGHT in there\" – 340 shares", "", "", "Family information", 211],
    [5, Both("2026-05-04 00:40:00"), "In person", "State surveyor", "Compliance, Command", "Where is your downtime log?", "", "", "", 211],
])])

# ---------------------------------------------------------------- a German utility's CSV: semicolons and Windows-1252
german = [
    ["Übung Nordwind – Drehbuch", "", "", "", "", "", ""],
    ["Lfd. Nr.", "Uhrzeit", "Von", "An", "Weg", "Einlage", "Erwartete Reaktion"],
    ["1", "09:00 Uhr", "Leitstelle", "Betrieb", "Telefon", "Stromausfall in Halle 2, 3 und 4; Ursache unklar", "Lage feststellen"],
    ["2", "09:05 Uhr", "Frau Öztürk, Kundin", "Kundenservice", "E-Mail", "Meine Kühltruhe taut. Wer zahlt das? 1.200 € Ware!", "Antwort in 10 Minuten"],
    ["3", "09:20 Uhr", "Tageblatt", "Pressestelle und Rechtsabteilung", "Telefon",
     "Stimmt es, dass \"seit Wochen\" gewarnt wurde?", "Kein Kommentar ohne Freigabe – aber eine Antwort"],
    ["4", "bei Bedarf", "Übungsleitung", "Alle", "mündlich", "Die Batterie der Notbeleuchtung lässt nach.", ""],
    ["5", "10:00 Uhr", "Bürgermeister", "Krisenstab", "persönlich", "Wann sagen Sie es den Bürgern?", "Erste Mitteilung"],
]
make("energieversorger.csv", [("Drehbuch", german)], "csv:Text - txt - csv (StarCalc):59,34,1,1")

# ---------------------------------------------------------------- an airport's, counted from D-day and H-hour
make("airport-dplus.xlsx", [
    ("Read me", [["How to read this list: D is the day of the exercise, H its first hour, M minutes."]]),
    ("Day 1", [
        merged("EXERCISE: Airport Silver Kite", 6),
        ["Serial", "Time", "Channel", "From", "To", "Inject"],
        merged("Phase 1: Something is wrong", 6),
        ["1.1", "D+0 H+0 M+5", "Radio", "Tower", "Operations", "Smoke from hangar 3."],
        ["1.2", "D+0 H+0 M+12", "Phone", "Passenger, gate B4", "Customer care/Communications", "We have been on the stairs for twenty minutes."],
        merged("Phase 2: Everybody asks", 6),
        ["1.3", "D+0 H+1 M+30", "Twitter", "@planespotter.example", "comms", "Is that the fuel depot??? #silverkite"],
    ]),
    ("Day 2", [
        ["Serial", "Time", "Channel", "From", "To", "Inject"],
        ["2.1", "D+1 H+2 M+30", "Email", "Regulator", "Legal", "Send us your preliminary report by noon."],
        ["2.2", "D+1 H+3", "Carrier pigeon", "Insurer", "Finance department", "Who signs for the hangar?"],
    ]),
])

# ---------------------------------------------------------------- a bank's, with merged cells, lengths of time and page headers
columns = ["No.", "Elapsed Time", "Maximum (minutes)", "Type", "Via", "Sender", "Recipient", "Title", "Description"]
make("bank-merged.xlsx", [("MSEL", [
    merged("Functional exercise 'Blue Ledger'", 9),
    merged("Starting situation: It is the last Friday of the month and salaries are due.", 9),
    columns,
    [1, Merged(Span("0:05"), 1, 2), 10, "Scripted", "Chat", "Payments desk", "Operations\nLegal", "Double bookings",
     "Since 08:50 every standing order is booked twice."],
    [2, COVERED, 10, "Scripted", "E-mail", "Mrs Adebayo", "Customer care", "Rent taken twice", "I am 900 overdrawn and it is your fault."],
    [3, Span("0:25"), "", "Scripted", "Social", "@fairbanking.example", "Communications", "A hashtag", "#doublecharged is trending in Harrowgate."],
    columns,
    [4, Span("1:10"), 5, "Contingent on no statement by 0:45", "News", "Evening radio", "Communications, Crisis lead", "Radio asks",
     "We go on air in four minutes, with you or without you."],
    [5, "", "", "Expected action", "", "", "Communications", "Statement", "Team publishes a first statement."],
    [6, Span("25:30"), "", "Scripted", "E-mail", "Supervisor", "Legal", "Next morning", "Please explain."],
])])

# ---------------------------------------------------------------- right to left, as UTF-16 with tabs
make("arabic-tabs.csv", [("قائمة", [
    ["Inject #", "Time", "Method", "From", "To", "Message", "ملاحظات"],
    ["1", "T+5", "email", "ليلى", "customer-care", "لا أستطيع الدخول إلى حسابي 😟 منذ الصباح", "عاجل"],
    ["2", "T+00:20", "SMS", "דנה לוי", "communications", "מה קורה? אין תשובה כבר שעה", ""],
])], "csv:Text - txt - csv (StarCalc):9,34,65535,1")
