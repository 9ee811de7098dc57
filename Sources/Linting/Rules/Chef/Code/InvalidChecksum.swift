package import Diagnostics
package import Lint
package import Project
import RubySyntax
import Source

/// Reports checksums that are no SHA-256, which no download ever meets.
package struct InvalidChecksum: ProjectRule {
  package static let id: RuleID = "chef/invalid-checksum"

  private static let kinds = [
    32: "an MD5", 40: "a SHA-1", 56: "a SHA-224", 96: "a SHA-384", 128: "a SHA-512",
  ]

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (run, file) in ChefStep.rubyFiles(in: project) {
      for resource in DeclaredResource.all(of: ["remote_file"], in: file) {
        for place in resource.properties("checksum") {
          guard let value = file.outline.arguments(at: place).first,
            let text = file.tree.constantText(of: value), !isSHA256(text)
          else { continue }
          let isHexadecimal = text.utf8.allSatisfy(isDigit)
          let kind = isHexadecimal ? Self.kinds[text.utf8.count] : nil
          findings.add(
            kind.map { "this checksum is \($0), and Chef compares a SHA-256" }
              ?? "this checksum is no SHA-256, which has 64 hexadecimal digits",
            at: file.tree.location(of: value),
            atMost: resource.isGuarded ? .warning : file.gravity(at: place),
            help: "`sha256sum FILE` prints it", chain: run.chain(to: file))
        }
      }
    }
  }

  private func isSHA256(_ text: String) -> Bool { text.utf8.count == 64 && text.utf8.allSatisfy(isDigit) }

  private func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}
