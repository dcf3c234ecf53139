package dev.muster.scenario.io;

/** A scenario with its team and recorded responses, all in order; tests break them. */
final class FloodFiles {

    static final String SCENARIO = """
            scenario: flood
            title: Water in the cellar
            kind: outage
            version: 1
            language: en
            duration: PT60M
            fault: unknown
            briefing: You run a warehouse.
            roles: [crisis-lead, communications]
            objectives:
              - {id: o-speak, title: Speak early, steps: [holding-statement]}
            injects:
              - id: water
                title: Water rises
                at: PT0M
                channel: chat
                from: The porter
                to: [crisis-lead]
                text: It is ankle deep.
                expects: [holding-statement]
              - id: choose
                title: Shut down or not
                at: PT10M
                channel: phone
                from: The electrician
                to: [crisis-lead]
                text: Shall I cut the power?
                options:
                  - {id: cut, text: Cut it}
                  - {id: wait, text: Wait}
              - id: angry
                title: A customer is angry
                after: {criterion: blame, audience: customers}
                delay: PT3M
                channel: email
                from: A customer
                to: [communications]
                text: So it is our fault?
            """;

    static final String TEAM = """
            team: night
            name: Night shift
            zone: Europe/Berlin
            charter: {version: 1, purpose: To be ready}
            members:
              - {id: m-ana, name: Ana, language: en, roles: [crisis-lead], reach: [chat], chat: ana}
              - {id: m-ben, name: Ben, language: en, roles: [communications], reach: [chat], chat: ben}
            """;

    static final String RESPONSES = """
            responses: calm
            scenario: flood
            title: A calm team
            answers:
              - role: communications
                after: water
                delay: PT5M
                id: draft
                message: {channel: web, audience: public, text: Our cellar is under water., steps: [holding-statement]}
              - role: crisis-lead
                after: water
                delay: PT8M
                approve: draft
              - role: crisis-lead
                at: PT12M
                decision: {inject: choose, option: cut, reason: Safety first}
            """;

    private FloodFiles() {}
}
