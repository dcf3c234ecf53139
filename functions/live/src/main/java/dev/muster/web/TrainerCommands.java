package dev.muster.web;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import dev.muster.drill.Drill;
import dev.muster.drill.Progress;
import dev.muster.drill.Refusal;
import dev.muster.drill.conduct.CommandClock;
import dev.muster.drill.conduct.Commanded;
import dev.muster.drill.conduct.Conducting;
import dev.muster.drill.conduct.EditInject;
import dev.muster.drill.conduct.InterruptDrill;
import dev.muster.drill.conduct.Order;
import dev.muster.drill.conduct.PutInject;
import dev.muster.drill.conduct.SkipInject;
import dev.muster.drill.conduct.Waker;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.respond.RecordResponse;
import dev.muster.web.Problem.Flaw;
import dev.muster.web.Problem.Kind;
import dev.muster.web.Route.Call;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a trainer commands in a drill: reads the command, has it carried out, says what became of it. */
final class TrainerCommands {

    private final DrillStore store;
    private final Clock clock;
    private final CommandClock commandClock;
    private final PutInject putInject;
    private final SkipInject skipInject;
    private final EditInject editInject;
    private final InterruptDrill interrupt;

    TrainerCommands(Conducting conducting) {
        var waker = new Waker(conducting.queue(), conducting.clock());
        this.store = conducting.store();
        this.clock = conducting.clock();
        this.commandClock = new CommandClock(store, waker, clock);
        this.putInject = new PutInject(store, waker, clock);
        this.skipInject = new SkipInject(store, waker, clock);
        this.editInject = new EditInject(store, waker, clock);
        this.interrupt = new InterruptDrill(store, waker, clock);
    }

    /** All but the last two act only on the epoch that their sender saw. */
    private enum Name {
        PAUSE,
        RESUME,
        SPEED,
        RETIME,
        RELEASE,
        FIRE,
        SKIP,
        EDIT,
        INJECT,
        EXTEND,
        ENDEX,
        STOP,
        EMERGENCY;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean conditional() {
            return this != STOP && this != EMERGENCY;
        }
    }

    private sealed interface Command {
        record Pause(String reason) implements Command {}

        record Resume() implements Command {}

        record Speed(double speed) implements Command {}

        record Retime(String inject, Duration to) implements Command {}

        record Release(String inject, String reason) implements Command {}

        record Skip(String inject, String reason) implements Command {}

        record Edit(String inject, EditInject.Edit edit, String reason) implements Command {}

        record Extend(Duration to) implements Command {}

        record End(String reason) implements Command {}

        record Add(PutInject.AdHoc typed, String reason) implements Command {}

        record Stop(String reason) implements Command {}

        record Emergency(String words) implements Command {}
    }

    private record Wish(long epoch, Command command) {

        static Wish read(Body body) {
            var name = body.oneOf("command", Name.class, Name::label);
            if (body.leavesRestOpen("command")) {
                return new Wish(0, new Command.Resume());
            }
            var epoch = name.conditional() ? body.count("epoch") : body.optionalCount("epoch");
            return new Wish(epoch, read(name, reason(name, body), body));
        }

        private static String reason(Name name, Body body) {
            return name == Name.PAUSE
                    ? body.text("reason", RecordResponse.MAX_REMARK)
                    : body.optionalText("reason", RecordResponse.MAX_REMARK).orElse("");
        }

        private static Command read(Name name, String reason, Body body) {
            return switch (name) {
                case PAUSE -> new Command.Pause(reason);
                case RESUME -> new Command.Resume();
                case SPEED -> new Command.Speed(body.neededNumber("speed", Scheduling.A_SPEED, Scheduling::isSpeed));
                case RETIME -> new Command.Retime(body.id("inject"), body.duration("to"));
                case RELEASE, FIRE -> new Command.Release(body.id("inject"), reason);
                case SKIP -> new Command.Skip(body.id("inject"), reason);
                case EDIT -> new Command.Edit(body.id("inject"), TypedInject.readEdit(body), reason);
                case EXTEND -> new Command.Extend(body.duration("to"));
                case ENDEX -> new Command.End(reason);
                case INJECT -> new Command.Add(TypedInject.read(body), reason);
                case STOP -> new Command.Stop(reason);
                case EMERGENCY -> new Command.Emergency(reason);
            };
        }
    }

    /** @throws Problem if nothing came of it */
    Response carryOut(Drill drill, Call call) {
        var key = call.request().key();
        var wish = Body.read(call.request(), Wish::read);
        return switch (carryOut(drill.id(), call.account().id(), key, wish)) {
            case Commanded.Accepted accepted ->
                Response.json(200, DrillView.summary(accepted.drill(), clock.instant()));
            case Commanded.Outdated outdated ->
                throw with(outdated.drill(), Problem.of(Kind.OUTDATED, new Refusal("outdated", List.of())));
            case Commanded.Refused refused -> throw refused(drill.id(), refused.refusal());
        };
    }

    private Commanded carryOut(String drill, String account, String key, Wish wish) {
        // The account in the key: two trainers who chose the same key, or the name of an outage, stay apart.
        var order = new Order(drill, wish.epoch(), account, account + "." + key);
        return switch (wish.command()) {
            case Command.Pause it -> commandClock.pause(order, it.reason());
            case Command.Resume ignored -> commandClock.resume(order);
            case Command.Speed it -> commandClock.speed(order, it.speed());
            case Command.Retime it -> commandClock.retime(order, it.inject(), it.to());
            case Command.Release it -> putInject.release(order, it.inject(), it.reason());
            case Command.Skip it -> skipInject.skip(order, it.inject(), it.reason());
            case Command.Edit it -> edit(order, it);
            case Command.Add it -> add(order, it);
            case Command.Extend it -> commandClock.extend(order, it.to());
            case Command.End it -> commandClock.end(order, it.reason());
            case Command.Stop it -> interrupt.stop(drill, account, it.reason());
            case Command.Emergency it -> interrupt.realEmergency(drill, account, it.words(), key);
        };
    }

    private Commanded add(Order order, Command.Add wish) {
        var drill = order.drill();
        refuseFlawed(TypedInject.flaws(
                wish.typed(), Progress.of(store.plan(drill), store.scenario(drill), store.log(drill))));
        return putInject.add(order, wish.typed(), wish.reason());
    }

    private Commanded edit(Order order, Command.Edit wish) {
        refuseFlawed(TypedInject.flaws(wish.edit(), store.scenario(order.drill())));
        return editInject.edit(order, wish.inject(), wish.edit(), wish.reason());
    }

    private static void refuseFlawed(List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            throw Problem.invalid(flaws);
        }
    }

    /** What the drill's state does not allow, with the drill as it is. */
    Problem refused(String id, Refusal why) {
        return with(store.drill(id).orElseThrow(Problem::notFound), Problem.of(Kind.REFUSED, why));
    }

    private Problem with(Drill drill, Problem problem) {
        return problem.with("epoch", instance.numberNode(drill.epoch()))
                .with("drill", DrillView.summary(drill, clock.instant()));
    }
}
