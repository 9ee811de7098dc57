import DataSyntax
import Expectation
import Source

/// The forms `json` and `structured`.
struct GossJSON {
  private let report: GossReport

  private let text: GossResultText

  init(_ report: GossReport, _ options: GossFormOptions) {
    self.report = report
    text = GossResultText(options)
  }

  /// The form `json`: keys sorted.
  func summary(pretty: Bool) -> [UInt8] {
    let counts =
      "Count: \(report.results.count), Failed: \(report.count(.failed)), Skipped: \(report.count(.skipped)), "
      + "Duration: \(report.duration)"
    let value = JSONText.object([
      .init(
        "results", report.results.isEmpty ? .null : .array(report.results.map { sorted($0) })),
      .init(
        "summary",
        .object([
          .init("failed-count", .integer(report.count(.failed))),
          .init("skipped-count", .integer(report.count(.skipped))),
          .init("summary-line", .string(counts)), .init("test-count", .integer(report.results.count)),
          .init("total-duration", .integer(nanoseconds)),
        ])),
    ])
    return written(value, pretty ? "    " : nil)
  }

  /// The form `structured`: keys in goss's order, and no result that is called successful. Of results that JSON cannot hold goss
  /// prints none.
  func structured(pretty: Bool) -> [UInt8] {
    if report.results.contains(where: isUnwritable) { return [0x0A] }
    let counts =
      "Count: \(report.results.count), Failed: \(report.count(.failed)), Duration: \(report.duration)"
    let value = JSONText.object([
      .init("results", .array(report.results.map { ordered($0) })),
      .init(
        "summary",
        .object([
          .init("test-count", .integer(report.results.count)),
          .init("failed-count", .integer(report.count(.failed))),
          .init("total-duration", .integer(nanoseconds)),
        ])),
      .init("summary-line", .string(counts)),
    ])
    return written(value, pretty ? "  " : nil)
  }

  /// A value as it is once Go has read it back: whole numbers as fractions, which end at 53 bits, and no bytes that are no UTF-8.
  private static func rounded(_ value: JSONText) -> JSONText {
    switch value {
    case .null, .bool: value
    case .string(let text): .string(StrayBytes.replaced(in: text))
    case .integer(let number): .number(GoNumberText.json(Double(number)))
    case .number(let text): Double(text).map { .number(GoNumberText.json($0)) } ?? value
    case .array(let items): .array(items.map { rounded($0) })
    case .object(let members): .object(members.map { .init($0.key, rounded($0.value)) })
    }
  }

  private var nanoseconds: Int { GoDuration(nearest: report.seconds).nanoseconds }

  private func written(_ value: JSONText, _ indent: String?) -> [UInt8] {
    let bytes =
      indent.map { value.goIndented($0, escapesMarkup: true) } ?? value.goCompact(escapesMarkup: true)
    return bytes + [0x0A]
  }

  private func line(_ result: GossResult, isCompact: Bool) -> JSONText {
    .string(text.line(result, isCompact: isCompact))
  }

  /// A result; one that JSON cannot hold has goss's words alone.
  private func sorted(_ result: GossResult) -> JSONText {
    if isUnwritable(result) {
      return .object([
        .init("duration", .integer(0)), .init("successful", .bool(result.status != .failed)),
        .init("summary-line", line(result, isCompact: false)),
        .init("summary-line-compact", line(result, isCompact: true)),
      ])
    }
    return .object([
      .init("duration", .integer(0)), .init("end-time", .string(report.started.words)),
      .init("err", result.error.map { .string($0) } ?? .null),
      .init("matcher-result", Self.rounded(sorted(result.match))),
      .init("meta", Self.rounded(result.meta)), .init("property", .string(result.property)),
      .init("resource-id", .string(result.id)), .init("resource-type", .string(result.type)),
      .init("result", .integer(result.status.rawValue)), .init("skipped", .bool(result.status == .skipped)),
      .init("start-time", .string(report.started.words)),
      .init("successful", .bool(result.status != .failed)),
      .init("summary-line", line(result, isCompact: false)),
      .init("summary-line-compact", line(result, isCompact: true)), .init("title", .string(result.title)),
    ])
  }

  private func isUnwritable(_ result: GossResult) -> Bool {
    result.meta.unwritable != nil || members(of: result.match).contains { $0.value.unwritable != nil }
  }

  private func sorted(_ match: GossResult.Match?) -> JSONText {
    .object(members(of: match).sorted { $0.key < $1.key })
  }

  private func ordered(_ result: GossResult) -> JSONText {
    .object([
      .init("successful", .bool(false)), .init("skipped", .bool(result.status == .skipped)),
      .init("resource-id", .string(result.id)), .init("resource-type", .string(result.type)),
      .init("property", .string(result.property)), .init("title", .string(result.title)),
      .init("meta", result.meta), .init("result", .integer(result.status.rawValue)),
      .init("err", result.error.map { .string($0) } ?? .null),
      .init("matcher-result", .object(members(of: result.match))),
      .init("start-time", .string(report.started.words)), .init("end-time", .string(report.started.words)),
      .init("duration", .integer(0)), .init("summary-line", line(result, isCompact: false)),
      .init("summary-line-compact", line(result, isCompact: true)),
    ])
  }

  private func members(of match: GossResult.Match?) -> [JSONText.Member] {
    func list(_ items: [JSONText]?) -> JSONText { items.map { .array($0) } ?? .null }
    return [
      .init("actual", match?.actual ?? .null), .init("message", .string(match?.message ?? "")),
      .init("expected", match?.expected ?? .null), .init("missing-elements", list(match?.missing)),
      .init("found-elements", list(match?.found)), .init("extra-elements", list(match?.extra)),
      .init("transform-chain", list(match.flatMap { $0.conversions.isEmpty ? nil : $0.conversions })),
      .init("untransformed-value", match?.raw ?? .null),
    ]
  }
}
