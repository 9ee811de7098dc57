import DataSyntax
import Diagnostics
package import Source

extension Baseline {
  /// The file's text: an entry a line, sorted, so that a difference reads as what came and went.
  package var text: String {
    let lines = entries.map { entry in
      let object = JSONText.object([
        .init("file", .string(entry.key.file)), .init("at", .string(entry.key.place)),
        .init("rule", .string(entry.key.rule.name)), .init("message", .string(entry.message)),
        .init("text", .string(entry.key.text)), .init("count", .integer(entry.count)),
      ])
      return "    " + String(decoding: object.compact, as: UTF8.self)
    }
    let list = lines.isEmpty ? "[]" : "[\n" + lines.joined(separator: ",\n") + "\n  ]"
    return "{\n  \"schema\": \"\(Self.schema)\",\n  \"findings\": \(list)\n}\n"
  }

  /// Reads a file; what is wrong in it counts for nothing.
  package static func read(_ source: SourceFile) -> (baseline: Baseline, isSound: Bool) {
    let findings = read(from: source)
    return (findings.baseline, findings.faults.diagnostics.isEmpty)
  }

  static func read(from source: SourceFile) -> (baseline: Baseline, faults: Findings) {
    var faults = Findings(of: "lint/broken-baseline")
    var baseline = Baseline()
    let parsed = DataParser.parse(DerivedText(source), as: .json)
    let help = "mend it, or write it anew with `ovenproof baseline update`"
    for fault in parsed.diagnostics { faults.add(fault.message, at: fault.primary, help: help) }
    let root = parsed.tree.root
    guard root["schema"]?.string == schema else {
      let place = root["schema"]?.location ?? Location(source.id, ByteRange(at: 0))
      faults.add("this is no baseline of the form `\(schema)`", at: place, help: help)
      return (baseline, faults)
    }
    for item in root["findings"]?.items ?? [] {
      guard let rule = item["rule"]?.string, let file = item["file"]?.string, let text = item["text"]?.string,
        let place = item["at"]?.string, let count = item["count"]?.integer, count > 0
      else {
        faults.add("an entry of the baseline is not whole", at: item.location, help: help)
        continue
      }
      let key = BaselineEntry.Key(rule: RuleID(rule), file: file, place: place, text: text)
      baseline.add(key, item["message"]?.string ?? "", count: min(count, 1 << 20), at: item.location)
    }
    return (baseline, faults)
  }
}
