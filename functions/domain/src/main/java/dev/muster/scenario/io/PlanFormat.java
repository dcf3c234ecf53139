package dev.muster.scenario.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.Approval;
import dev.muster.scenario.Bands;
import dev.muster.scenario.Cadence;
import dev.muster.scenario.Contact;
import dev.muster.scenario.MessageTemplate;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import java.util.Optional;

/** The JSON form of a plan, in files, in the database and in exported logs. */
public final class PlanFormat {

    private PlanFormat() {}

    /** @throws Unreadable if this is no plan */
    public static Plan read(JsonNode json) {
        var plan = FieldReader.of(json);
        return new Plan(
                plan.text("plan"),
                plan.text("title"),
                plan.integer("version"),
                plan.text("owner"),
                plan.date("reviewed"),
                plan.text("real-contact"),
                plan.optionalObject("bands").map(PlanFormat::bands).orElse(Bands.DEFAULT),
                plan.objects("roles", PlanFormat::role),
                plan.textSet("speakers"),
                plan.optionalObject("approval").map(PlanFormat::approval).orElse(Approval.NONE),
                plan.optionalObject("cadence").map(PlanFormat::cadence),
                plan.objects("contacts", contact -> new Contact(contact.text("name"), contact.text("how"))),
                plan.textsByName("variables"),
                plan.objects("templates", PlanFormat::template),
                plan.objects("steps", StepFormat::read));
    }

    public static ObjectNode write(Plan plan) {
        return FieldWriter.of("plan", plan.id())
                .put("title", plan.title())
                .put("version", plan.version())
                .put("owner", plan.owner())
                .put("reviewed", plan.reviewed().toString())
                .put("real-contact", plan.realContact())
                .put("bands", bands(plan.bands()))
                .objects("roles", plan.roles(), PlanFormat::role)
                .texts("speakers", plan.speakers())
                .put(
                        "approval",
                        Optional.of(plan.approval()).filter(it -> !it.equals(Approval.NONE)),
                        PlanFormat::approval)
                .put("cadence", plan.cadence(), PlanFormat::cadence)
                .objects("contacts", plan.contacts(), PlanFormat::contact)
                .textsByName("variables", plan.variables())
                .objects("templates", plan.templates(), PlanFormat::template)
                .objects("steps", plan.steps(), StepFormat::write)
                .node();
    }

    private static Bands bands(FieldReader bands) {
        try {
            return new Bands(
                    bands.number("P", Bands.DEFAULT.p()),
                    bands.number("S", Bands.DEFAULT.s()),
                    bands.number("M", Bands.DEFAULT.m()));
        } catch (IllegalArgumentException e) {
            throw bands.unreadable(e.getMessage());
        }
    }

    private static JsonNode bands(Bands bands) {
        return FieldWriter.empty()
                .put("P", bands.p())
                .put("S", bands.s())
                .put("M", bands.m())
                .node();
    }

    private static Role role(FieldReader role) {
        return new Role(role.text("id"), role.text("name"), role.text("duties", ""), role.texts("stands-for"));
    }

    private static JsonNode role(Role role) {
        return FieldWriter.of("id", role.id())
                .put("name", role.name())
                .putUnlessEmpty("duties", role.duties())
                .texts("stands-for", role.standsFor())
                .node();
    }

    private static Approval approval(FieldReader approval) {
        return new Approval(approval.set("audiences", Labels.AUDIENCES), approval.textSet("by"));
    }

    private static JsonNode approval(Approval approval) {
        return FieldWriter.empty()
                .labels("audiences", approval.audiences(), Labels.AUDIENCES)
                .texts("by", approval.by())
                .node();
    }

    private static Cadence cadence(FieldReader cadence) {
        return new Cadence(
                cadence.set("audiences", Labels.AUDIENCES),
                cadence.duration("every"),
                cadence.duration("first"),
                cadence.duration("then"),
                cadence.number("weight", 1));
    }

    private static JsonNode cadence(Cadence cadence) {
        return FieldWriter.empty()
                .labels("audiences", cadence.audiences(), Labels.AUDIENCES)
                .put("every", cadence.every())
                .put("first", cadence.first())
                .put("then", cadence.then())
                .put("weight", cadence.weight())
                .node();
    }

    private static JsonNode contact(Contact contact) {
        return FieldWriter.of("name", contact.name()).put("how", contact.how()).node();
    }

    private static MessageTemplate template(FieldReader template) {
        return new MessageTemplate(
                template.text("id"),
                template.text("title"),
                template.optionalOne("channel", Labels.CHANNELS),
                template.optionalOne("audience", Labels.AUDIENCES),
                template.texts("steps"),
                template.text("text"));
    }

    private static JsonNode template(MessageTemplate template) {
        return FieldWriter.of("id", template.id())
                .put("title", template.title())
                .put("channel", template.channel(), Labels.CHANNELS)
                .put("audience", template.audience(), Labels.AUDIENCES)
                .texts("steps", template.steps())
                .put("text", template.text())
                .node();
    }
}
