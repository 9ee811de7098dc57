import Diagnostics
import DataSyntax

/// Findings as the machine-readable shapes write them.
enum FindingJSON {
  /// A finding; `reason`, `exception`, `notes`, `help` and `fix` only where there is one.
  static func value(of finding: Finding, _ detail: PlaceJSON.Detail) -> JSONText {
    .members(
      [
        ("rule", .string(finding.rule)),
        ("severity", .string(finding.severity.rawValue)),
        ("message", .string(finding.message)),
        ("help", finding.help.map { .string($0) }),
      ] + PlaceJSON.members(of: finding.place, detail) + [
        ("labels", .array(finding.labels.map { label($0, detail) })),
        ("chain", .array(finding.chain.map { link($0, detail) })),
        ("fix", finding.fix.map { fix($0, detail) }),
        ("notes", finding.notes.isEmpty ? nil : .strings(finding.notes)),
        ("reason", finding.exception.map { .string($0.reason) }),
        ("exception", finding.exception.map { .string($0.source.rawValue) }),
      ])
  }

  private static func label(_ label: Finding.Note, _ detail: PlaceJSON.Detail) -> JSONText {
    .members([("message", .string(label.text))] + PlaceJSON.members(of: label.place, detail))
  }

  private static func link(_ link: Finding.Note, _ detail: PlaceJSON.Detail) -> JSONText {
    .members(PlaceJSON.members(of: link.place, detail) + [("what", .string(link.text))])
  }

  private static func fix(_ fix: Finding.Fix, _ detail: PlaceJSON.Detail) -> JSONText {
    .members([
      ("safety", .string(fix.safety.rawValue)),
      (
        "edits",
        .array(
          fix.edits.map {
            .members(PlaceJSON.members(of: $0.place, detail) + [("text", .string($0.text))])
          })
      ),
    ])
  }
}
