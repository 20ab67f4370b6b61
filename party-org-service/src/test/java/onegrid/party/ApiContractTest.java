package onegrid.party;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.api.ApiContract;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class ApiContractTest extends ApiContract {
    ApiContractTest() {
        super("party-org-service");
    }
}
