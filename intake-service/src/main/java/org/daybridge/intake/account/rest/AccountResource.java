package org.daybridge.intake.account.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.AccountId;
import org.daybridge.intake.account.AccountHandler;
import org.daybridge.intake.account.LinkedAccount;
import org.daybridge.kit.http.UnitOfWork;

/** Accounts of staff, patients and proxies. */
@Path("/api/intake/v1/accounts")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class AccountResource {
  private final AccountHandler accounts;

  AccountResource(AccountHandler accounts) {
    this.accounts = accounts;
  }

  /** A subject of the issuer's tokens and the person whom it stands for. */
  public record NewAccount(
      @NotBlank @Size(max = 200) String subject,
      @NotNull UUID principalId,
      @NotNull LinkedAccount.PrincipalKind kind,
      @NotEmpty @Size(max = 20) Set<@NotBlank @Size(max = 40) String> roles) {}

  /**
   * Links a token subject to a person. Linking the same again answers the account that is there.
   */
  @POST
  @PermissionsAllowed("account:manage")
  public Response link(@NotNull @Valid NewAccount body) {
    LinkedAccount account =
        accounts.link(body.subject(), body.principalId(), body.kind(), body.roles());
    return Response.created(URI.create("/api/intake/v1/accounts/" + account.id()))
        .entity(AccountView.of(account))
        .build();
  }

  /** Switches an account off: within two seconds its tokens open nothing in any service. */
  @POST
  @Path("{id}/deactivation")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("account:manage")
  public AccountView deactivate(UUID id) {
    return AccountView.of(accounts.deactivate(new AccountId(id)));
  }
}
