import DataSyntax
import Expectation
import Image
import Source

/// The users that the image has beyond those of its base.
struct AccountsProposal {
  private let subject: ProposalSubject

  init(_ subject: ProposalSubject) { self.subject = subject }

  func proposal() throws(ImageError) -> Proposal {
    guard let accounts = try subject.search.accounts().value else { return Proposal() }
    let known = try subject.base?.accounts().value.map { Set($0.users.map(\.name)) }
    let users = accounts.users.filter { user in
      guard let known else { return (1000..<60_000).contains(user.id) }
      return !known.contains(user.name)
    }
    var seen: Set<String> = []
    return Proposal(
      things: users.filter { seen.insert($0.name).inserted && !$0.name.isEmpty }.map { user in
        SpecDraft.Thing(
          "users", user.name,
          [
            .init("home", .string(user.home)), .init("shell", .string(user.shell)),
            .init("groups", .strings(accounts.groupNames(of: user))),
          ].filter { $0.value != .array([]) })
      })
  }
}
