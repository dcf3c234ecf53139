package dev.muster.composer;

import dev.muster.scenario.Channel;
import dev.muster.scenario.Charter;
import dev.muster.scenario.Member;
import dev.muster.scenario.Team;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Composes teams for tests: {@code aTeam().with(aMember("m-ana").holding("crisis-lead").deputisingFor("legal"))}. */
public final class TeamComposer {

    private String id = "a-team";
    private Charter charter = new Charter(1, "We rehearse to serve customers well.", false, Duration.ofDays(365));
    private final List<Member> members = new ArrayList<>();

    private TeamComposer() {}

    /** A team without members yet. */
    public static TeamComposer aTeam() {
        return new TeamComposer();
    }

    /** Ana leads, Ben communicates and deputises for her, Cem cares for customers. */
    public static TeamComposer aCrew() {
        return aTeam().called("crew")
                .with(
                        MemberComposer.aMember("m-ana").holding("crisis-lead"),
                        MemberComposer.aMember("m-ben")
                                .holding("communications")
                                .deputisingFor("crisis-lead"),
                        MemberComposer.aMember("m-cem").holding("customer-care"));
    }

    public TeamComposer called(String id) {
        this.id = id;
        return this;
    }

    public TeamComposer namingPeople() {
        this.charter = new Charter(charter.version(), charter.purpose(), true, charter.retention());
        return this;
    }

    public TeamComposer with(MemberComposer... members) {
        Stream.of(members).map(MemberComposer::compose).forEach(this.members::add);
        return this;
    }

    public Team compose() {
        return new Team(id, "The team called " + id, ZoneId.of("Europe/Berlin"), charter, members);
    }

    /** Composes members of a team for tests. */
    public static final class MemberComposer {

        private final String id;
        private String language = "en";
        private List<String> roles = List.of();
        private List<String> deputyFor = List.of();
        private List<Channel> reach = List.of(Channel.EMAIL);

        private MemberComposer(String id) {
            this.id = id;
        }

        /** Somebody who is reached by e-mail and has no role yet. */
        public static MemberComposer aMember(String id) {
            return new MemberComposer(id);
        }

        public MemberComposer holding(String... roles) {
            this.roles = List.of(roles);
            return this;
        }

        public MemberComposer deputisingFor(String... roles) {
            this.deputyFor = List.of(roles);
            return this;
        }

        public MemberComposer speaking(String language) {
            this.language = language;
            return this;
        }

        public MemberComposer reachedBy(Channel... channels) {
            this.reach = List.of(channels);
            return this;
        }

        Member compose() {
            return new Member(
                    id,
                    "The person called " + id,
                    Optional.of(id + "@crew.example"),
                    Optional.of("+44 7700 900001"),
                    Optional.of(id),
                    language,
                    roles,
                    deputyFor,
                    reach);
        }
    }
}
