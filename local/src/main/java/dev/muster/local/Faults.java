package dev.muster.local;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Faults that the real services show now and then and their emulators never do, drawn from a seed. Each number is a
 * probability from 0 to 1.
 *
 * @param repeated a message is delivered twice
 * @param lost a delivery is lost; the message comes again when its visibility timeout is over
 * @param conflict a write fails with TransactionConflict, without an effect
 * @param throttled a read or write fails with ProvisionedThroughputExceeded, without an effect
 * @param answerLost a write takes effect and its caller gets an internal server error
 */
public record Faults(long seed, double repeated, double lost, double conflict, double throttled, double answerLost) {

    /** The default. */
    public static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0);

    /** Draws one fault after the other; safe for several threads, whose order of draws is theirs. */
    static final class Source {

        private final Faults faults;
        private final Random random;

        Source(Faults faults) {
            this.faults = faults;
            this.random = new Random(faults.seed());
        }

        /** The calls that the received messages lead to: one as a rule, a second one with what is repeated. */
        List<List<Message>> deliver(List<Message> received) {
            if (faults.repeated() == 0 && faults.lost() == 0) {
                return received.isEmpty() ? List.of() : List.of(received);
            }
            var delivered =
                    received.stream().filter(message -> !happens(faults.lost())).toList();
            var again = delivered.stream()
                    .filter(message -> happens(faults.repeated()))
                    .toList();
            return Stream.of(delivered, again).filter(batch -> !batch.isEmpty()).toList();
        }

        boolean conflicts() {
            return happens(faults.conflict());
        }

        boolean throttles() {
            return happens(faults.throttled());
        }

        boolean losesAnswer() {
            return happens(faults.answerLost());
        }

        private boolean happens(double probability) {
            return probability > 0 && random.nextDouble() < probability;
        }
    }
}
