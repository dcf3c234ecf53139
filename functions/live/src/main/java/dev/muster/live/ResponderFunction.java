package dev.muster.live;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.muster.web.Door;
import java.util.Map;

/** What responders do: each sees and answers the prompts of one drill, and never the script. */
public final class ResponderFunction implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Door door;

    public ResponderFunction() {
        this(Wiring.ofThisProcess());
    }

    public ResponderFunction(Map<String, String> environment) {
        this(new Wiring(environment).doorForResponders());
    }

    ResponderFunction(Door door) {
        this.door = door;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return door.answer(event);
    }
}
