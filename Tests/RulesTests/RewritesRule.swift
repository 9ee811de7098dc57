import DataSyntax
import Diagnostics
import Host
import Lint
import Packer
import Rules
import Source

/// Every rewrite of a template as a finding, whatever rule reports it otherwise.
struct RewritesRule: TemplateRule {
  static let id: RuleID = "packer/obsolete-form"

  func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for rewrite in template.template.rewrites(by: template.catalog.rewrites) {
      guard let place = rewrite.places.first else { continue }
      findings.add("\(rewrite.change)", at: place, fix: rewrite.fix)
    }
  }

  /// What the rewrites make of a template, unsafe ones included.
  static func fixed(_ bytes: [UInt8], named name: String) async -> FixResult {
    let tree = MemoryFileTree([name: bytes])
    let fixer = Fixer(tree, registry: RuleRegistry(templateRules: [RewritesRule()]), level: .unsafe)
    return await fixer.run(LintRequest([name], inputs: TemplateInputs(workingDirectory: "/")))
  }
}

/// A template as a value, for comparing what two tools made of it.
struct TemplateText {
  /// The value with the keys of objects sorted.
  let value: JSONText

  init(_ bytes: [UInt8]) {
    let file = SourceFile(FileID("machine.json"), bytes: bytes)
    value = Self.sorted(JSONText(DataParser.parse(DerivedText(file), as: .json).tree.root))
  }

  /// The value as Packer reads it: `packer fix` writes an empty list of tags where a docker-tag has none, and cuts up
  /// a text of tags, which Packer does by itself.
  init(asReadByPacker bytes: [UInt8]) { value = Self.settled(TemplateText(bytes).value) }

  private static func sorted(_ value: JSONText) -> JSONText {
    switch value {
    case .array(let items): .array(items.map(sorted))
    case .object(let members):
      // Of a key that stands twice the last one counts.
      .object(
        Dictionary(members.map { ($0.key, $0.value) }) { _, last in last }.sorted { $0.key < $1.key }
          .map { .init($0.key, sorted($0.value)) })
    // Packer writes the number 1.0 as 1.
    case .number(let text): Double(text).map { .number("\($0)") } ?? value
    default: value
    }
  }

  private static func settled(_ value: JSONText) -> JSONText {
    switch value {
    case .array(let items): return .array(items.map(settled))
    case .object(let members):
      let isTag = members.contains(.init("type", .string("docker-tag")))
      return .object(
        members.compactMap { member in
          guard isTag, member.key == "tags" else { return .init(member.key, settled(member.value)) }
          switch member.value {
          case .array([]): return nil
          case .string(let text):
            return .init("tags", .strings(text.split(separator: ",").map { String($0.drop { $0 == " " }) }))
          default: return member
          }
        })
    default: return value
    }
  }
}
