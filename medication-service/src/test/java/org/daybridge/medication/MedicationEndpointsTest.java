package org.daybridge.medication;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.daybridge.kit.test.EndpointGuard;
import org.daybridge.kit.test.TestPlatform;

/** Every operation of the service's OpenAPI document meets bad input. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class MedicationEndpointsTest extends EndpointGuard {}
