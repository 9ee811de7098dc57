package import Image
package import Source

/// A spec in Ovenproof's own dialect.
package struct OvenproofSpec: Spec {
  package let file: FileID
  package let digest: Digest
  /// In the order of the file.
  package let checks: [Check]
  /// How the image is started where a check asks for that.
  package let settings: RunSettings
  private let order: CheckOrder
  /// Hides the values of sensitive inputs.
  let mask: SecretMask

  init(
    file: FileID, digest: Digest, checks: [Check], settings: RunSettings, order: CheckOrder, mask: SecretMask
  ) {
    self.settings = settings
    self.file = file
    self.digest = digest
    self.checks = checks
    self.order = order
    self.mask = mask
  }

  package var dialect: Outcome.Dialect { .ovenproof }

  package var expectations: [Expectation] { checks.flatMap(\.expectations) }

  package var images: [String] {
    checks.compactMap { if case .drift(let name, _) = $0.target { name } else { nil } }
  }

  package func commands(in search: ImageSearch) -> [CommandRequest] {
    let hindered = hindered(in: search)
    return checks.enumerated().compactMap { index, check in
      guard case .command(let call) = check.target, !hindered[index] else { return nil }
      return CommandRequest(
        id: check.id, call: call, sandbox: call.isolation == .pristine ? CommandSandbox() : nil,
        after: Set(order.required(by: index).filter { checks[$0].isCommand }.map { checks[$0].id }))
    }
  }

  package func isDue(
    _ request: CommandRequest, in search: ImageSearch, after results: [String: CommandResult]
  ) -> Bool {
    guard let index = checks.firstIndex(where: { $0.id == request.id }) else { return true }
    let required = order.required(by: index)
    let found = judged(in: search) { check, place in
      required.contains(place) && (check.isAtRest || check.isCommand)
    } result: {
      results[$0.id]
    }
    let gate = CheckGate(search: search, links: order.links)
    return !Self.isDecided(gate.hindrance(to: index, checks[index], after: found))
  }

  package func outcomes(in search: ImageSearch, commands results: [String: CommandResult]) -> [Outcome] {
    let outcomes = judged(in: search) { _, _ in
      true
    } result: {
      results[$0.id]
    }.flatMap { $0 ?? [] }
    return mask.isEmpty ? outcomes : outcomes.map { $0.hiding(mask) }
  }

  /// Which checks are not judged, by what can be told before anything runs.
  func hindered(in search: ImageSearch) -> [Bool] {
    guard order.links.contains(where: { !$0.isEmpty }) else {
      let gate = CheckGate(search: search, links: order.links)
      let nothing = [[Outcome]?](repeating: nil, count: checks.count)
      return checks.enumerated().map { Self.isDecided(gate.hindrance(to: $0, $1, after: nothing)) }
    }
    let atRest = judged(in: search) { check, _ in
      check.isAtRest
    } result: { _ in
      nil
    }
    let gate = CheckGate(search: search, links: order.links)
    return checks.enumerated().map { Self.isDecided(gate.hindrance(to: $0, $1, after: atRest)) }
  }

  /// What cannot be told yet, such as the engine, hinders nothing.
  private static func isDecided(_ hindrance: (Outcome.Verdict, String)?) -> Bool {
    hindrance.map { $0.0 != .undecided } ?? false
  }

  /// The outcomes of each check that is chosen, one after the other; of others nil.
  private func judged(
    in search: ImageSearch, where isChosen: (Check, Int) -> Bool, result: (Check) -> CommandResult?
  ) -> [[Outcome]?] {
    let judge = Judge(search: search)
    let gate = CheckGate(search: search, links: order.links)
    var found = [[Outcome]?](repeating: nil, count: checks.count)
    for index in order.order {
      let check = checks[index]
      guard isChosen(check, index) else { continue }
      let outcomes =
        if let (verdict, message) = gate.hindrance(to: index, check, after: found) {
          CheckOutcomes(check: check).all(verdict, message)
        } else {
          judge.outcomes(of: check, result: result(check))
        }
      found[index] = outcomes.map(check.terms.applied(to:))
    }
    return found
  }
}
