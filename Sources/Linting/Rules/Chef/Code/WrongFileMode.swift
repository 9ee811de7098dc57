package import Diagnostics
package import Lint
package import Project
import RubySyntax
import Source

/// Reports modes that Chef refuses, and decimal numbers that were meant as octal ones.
package struct WrongFileMode: ProjectRule {
  package static let id: RuleID = "chef/wrong-file-mode"

  /// What decimal numbers are written for on purpose: 420 is 0644.
  private static let usual: Set = [
    0o400, 0o440, 0o444, 0o500, 0o550, 0o555, 0o600, 0o640, 0o644, 0o660, 0o664, 0o666, 0o700, 0o711, 0o750,
    0o755, 0o770, 0o775, 0o777, 0o1777, 0o2755, 0o2775, 0o4755,
  ]

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (run, file) in ChefStep.rubyFiles(in: project) {
      for resource in DeclaredResource.all(of: DeclaredResource.fileTypes, in: file) {
        for property in ["mode", "files_mode"] {
          for place in resource.properties(property) {
            guard let value = file.outline.arguments(at: place).first else { continue }
            if let number = file.tree.integer(of: value) {
              check(number, value, place, file, run, &findings)
            } else if let text = file.tree.constantText(of: value), !text.isEmpty,
              !isOctal(text)
            {
              findings.add(
                "`\(text)` is no mode that Chef takes", at: file.tree.location(of: value),
                atMost: file.gravity(at: place), help: "write it in octal digits, such as `'0644'`",
                chain: run.chain(to: file))
            }
          }
        }
      }
    }
  }

  private func check(
    _ number: Int, _ value: RubyNode, _ place: Int, _ file: ProjectRubyFile, _ run: ChefStep,
    _ findings: inout Findings
  ) {
    let written = file.tree.source(of: value)
    let location = file.tree.location(of: value)
    let octal = String(number, radix: 8)
    guard !written.hasPrefix("0"), number >= 0 else { return }
    let isMeantOctal = (3...4).contains(written.utf8.count) && Int(written, radix: 8) != nil
    guard isMeantOctal, !Self.usual.contains(number) else {
      if number > 0o7777 {
        findings.add(
          "mode \(written) is decimal and too large", at: location, atMost: file.gravity(at: place),
          help: "write it in octal digits, such as `'0644'`", chain: run.chain(to: file))
      }
      return
    }
    let isRefused = number > 0o7777
    findings.add(
      isRefused
        ? "mode \(written) is decimal and too large" : "mode \(written) is decimal: it means 0\(octal)",
      at: location, atMost: isRefused ? file.gravity(at: place) : .warning,
      help: "write `'0\(written)'`",
      fix: Fix(.unsafe, edits: [.init(replacing: location, with: "'0\(written)'")]),
      chain: run.chain(to: file))
  }

  /// Whether Chef reads a text as a number from 0 to 07777.
  private func isOctal(_ text: String) -> Bool {
    var digits = text[...]
    if digits.hasPrefix("0o") { digits = digits.dropFirst(2) }
    guard !digits.isEmpty, let number = Int(digits, radix: 8) else { return false }
    return (0...0o7777).contains(number)
  }
}
