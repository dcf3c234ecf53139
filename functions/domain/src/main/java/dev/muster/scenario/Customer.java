package dev.muster.scenario;

/**
 * A simulated customer, who writes one inject or several.
 *
 * @param contact an address, number or handle reserved for examples; empty if none is given
 * @param about who that is and in what mood, for the trainer; empty if not said
 */
public record Customer(String id, String name, String contact, String about) {

    /** How an inject on this channel names its sender. */
    public String sender(Channel channel) {
        if (contact.isEmpty()) {
            return name;
        }
        return channel == Channel.EMAIL ? "%s <%s>".formatted(name, contact) : "%s, %s".formatted(name, contact);
    }
}
