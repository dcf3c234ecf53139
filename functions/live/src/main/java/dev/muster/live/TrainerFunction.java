package dev.muster.live;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.muster.web.Door;
import java.util.Map;

/** What trainers do: scenarios, plans, teams, scheduling, live control, reports. */
public final class TrainerFunction implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Door door;

    public TrainerFunction() {
        this(Wiring.ofThisProcess());
    }

    public TrainerFunction(Map<String, String> environment) {
        this(new Wiring(environment).doorForTrainers());
    }

    TrainerFunction(Door door) {
        this.door = door;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return door.answer(event);
    }
}
