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
    guard checks.contains(where: \.isCommand) else { return [] }
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
    outcomes(in: search, commands: results, after: nothing)
  }

  package func outcomes(
    in search: ImageSearch, commands results: [String: CommandResult], after earlier: [Outcome],
    changing ids: Set<String>
  ) -> [Outcome] {
    var rest = earlier[...]
    let kept = checks.map { check -> [Outcome]? in
      let own = rest.prefix(check.expectations.count)
      rest = rest.dropFirst(own.count)
      let isKept = own.allSatisfy { $0.verdict != .blocked && !ids.contains($0.id) }
      return isKept && own.count == check.expectations.count ? Array(own) : nil
    }
    return outcomes(in: search, commands: results, after: kept)
  }

  private func outcomes(
    in search: ImageSearch, commands results: [String: CommandResult], after known: [[Outcome]?]
  ) -> [Outcome] {
    let judged = judged(in: search, after: known) { _, _ in
      true
    } result: {
      results[$0.id]
    }
    return zip(judged, known).flatMap { judged, known in
      known ?? (judged ?? []).map { mask.isEmpty ? $0 : $0.hiding(mask) }
    }
  }

  /// No outcome of any check.
  private var nothing: [[Outcome]?] { [[Outcome]?](repeating: nil, count: checks.count) }

  /// Which checks are not judged, by what can be told before anything runs.
  func hindered(in search: ImageSearch) -> [Bool] {
    guard order.links.contains(where: { !$0.isEmpty }) else {
      let gate = CheckGate(search: search, links: order.links)
      let nothing = nothing
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

  /// The outcomes of each check, one after the other: those that are known, else of one that is chosen; of others nil.
  private func judged(
    in search: ImageSearch, after known: [[Outcome]?]? = nil, where isChosen: (Check, Int) -> Bool,
    result: (Check) -> CommandResult?
  ) -> [[Outcome]?] {
    let judge = Judge(search: search)
    let gate = CheckGate(search: search, links: order.links)
    var found = known ?? nothing
    for index in order.order {
      let check = checks[index]
      guard found[index] == nil, isChosen(check, index) else { continue }
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
