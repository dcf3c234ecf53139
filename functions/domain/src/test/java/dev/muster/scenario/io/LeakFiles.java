package dev.muster.scenario.io;

/** A scenario that is in order and gives no cause for advice. */
final class LeakFiles {

    /** A micro-drill, so that nobody expects it to exercise the whole plan. */
    static final String SCENARIO = """
            scenario: leak
            title: A leak
            kind: outage
            version: 1
            language: en
            duration: PT29M
            fault: unknown
            briefing: You run a warehouse.
            roles: [crisis-lead, communications]
            objectives:
              - {id: o-speak, title: Speak early, steps: [holding-statement, no-blame]}
            injects:
              - id: water
                title: Water rises
                at: PT1M
                channel: chat
                from: The porter
                to: [crisis-lead, communications]
                text: It is ankle deep.
                expects: [holding-statement]
              - id: silence
                title: Silence
                at: PT20M
                unless: {step-done: holding-statement}
                channel: email
                from: A customer
                to: [communications]
                text: Hello?
            """;

    private LeakFiles() {}
}
