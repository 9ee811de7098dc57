package import Diagnostics
package import Lint
import Packer
import Source

/// Reports `${var.name}` of Packer's HCL2 language, which means nothing in JSON and YAML.
package struct ForeignExpression: TemplateRule {
  package static let id: RuleID = "packer/foreign-expression"

  /// What the names of HCL2 begin with, and the function that does the same here.
  private static let roots = ["build", "local", "source", "var"]

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for text in template.template.texts(mentioning: "${") {
      for (range, root, name) in Self.expressions(in: text.bytes) {
        let written = String(decoding: text.bytes[range.indices], as: UTF8.self)
        findings.add(
          "`\(written)` is of Packer's HCL2 language and stays as it stands here",
          at: text.location(of: range),
          help: root == "build"
            ? "write {{build `\(name)`}}" : "write {{user `\(name)`}} and declare it in `variables`")
      }
    }
  }

  /// The expressions `${root.name}` of a text.
  private static func expressions(in bytes: [UInt8]) -> [(ByteRange, root: String, name: String)] {
    var found: [(ByteRange, root: String, name: String)] = []
    for start in bytes.indices.dropLast()
    where bytes[start] == UInt8(ascii: "$") && bytes[start + 1] == UInt8(ascii: "{") {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "}")), end - start < 200 else { continue }
      let inner = String(decoding: bytes[(start + 2)..<end], as: UTF8.self)
      let parts = inner.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard parts.count >= 2, roots.contains(parts[0]), parts.dropFirst().allSatisfy(isName) else { continue }
      found.append((ByteRange(start, end + 1), parts[0], parts[1...].joined(separator: ".")))
    }
    return found
  }

  private static func isName(_ word: String) -> Bool {
    !word.isEmpty
      && word.utf8.allSatisfy { byte in
        (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      }
  }
}
