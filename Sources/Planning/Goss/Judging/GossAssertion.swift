import DataSyntax
import Expectation
import Source

/// One property of a resource with what is expected of it.
struct GossAssertion {
  let resource: GossResource
  let claim: GossClaim
  /// The place of its result among those of the spec.
  let position: Int

  private var attribute: GossKind.Attribute { claim.attribute }

  /// The expected value as goss prints it where it is met.
  private var expected: JSONText {
    guard let node = claim.node else { return .null }
    let value = GossValue(node)
    if GossDeprecation.isNumber(attribute.name, of: resource.kind),
      let number = value.string.flatMap({ Int($0) })
    {
      return .integer(number)
    }
    return value.json
  }

  func skipped(_ verdict: Outcome.Verdict, _ message: String) -> Outcome {
    outcome(verdict, actual: "", message: message, original: result(.skipped))
  }

  func outcome(_ verdict: GossVerdict) -> Outcome {
    switch verdict {
    case .passed(let value, let reader):
      let match = GossResult.Match(
        actual: reader == nil ? value.json : .object([]), expected: expected, message: "matches expectation")
      return outcome(
        .passed, actual: reader == nil ? Self.shown(value.json) : "", original: result(.passed, match))
    case .failed(let match, let value):
      let sentence = GossSentence(property: attribute.name, match: match)
      return outcome(
        .failed, actual: Self.shown(match.raw ?? match.actual), message: sentence.text,
        evidence: sentence.evidence(value, claim.node), original: result(.failed, match))
    case .error(let message, let match):
      return outcome(
        .failed, actual: match?.raw.map { Self.shown($0) } ?? "", message: Self.line(message),
        original: result(.failed, match, error: message))
    case .broken(let message):
      return outcome(
        .error, actual: "", message: Self.line(message), original: result(.failed, error: message))
    case .undecided(let reason):
      return outcome(
        .undecided, actual: "", message: "cannot tell: \(reason.text)",
        original: result(.failed, error: "cannot tell from an image at rest: \(reason.text)"))
    }
  }

  private func outcome(
    _ verdict: Outcome.Verdict, actual: String, message: String = "", evidence: [String] = [],
    original: GossResult
  ) -> Outcome {
    Outcome(
      id: "\(resource.kind.word):\(resource.name):\(attribute.name)",
      title: resource.title.isEmpty
        ? "\(resource.kind.word) \(resource.id): \(attribute.name)" : "\(resource.title): \(attribute.name)",
      dialect: .goss, resource: resource.kind.word, property: attribute.name, verdict: verdict,
      expected: Self.shown(expected), actual: actual, message: message, evidence: evidence,
      origin: claim.node?.location ?? resource.origin, original: .goss(original))
  }

  private func result(
    _ status: GossResult.Status, _ match: GossResult.Match? = nil, error: String? = nil
  ) -> GossResult {
    GossResult(
      type: resource.kind.type, id: resource.id, property: attribute.property, title: resource.title,
      meta: resource.meta.json, notes: resource.meta.sortedEntries.map { "\($0.key): \($0.value.printed)" },
      status: status, error: error, match: match,
      position: position)
  }

  private static func line(_ message: String) -> String {
    message.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " || $0 == "\t" } }.joined(
      separator: " ")
  }

  /// A value on one line, cut where it is long.
  private static func shown(_ value: JSONText) -> String { GossSentence.shown(value) }
}
