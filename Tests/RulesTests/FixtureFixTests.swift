import DataSyntax
import Diagnostics
import Host
import Lint
import Packer
import Rules
import Source
import Support
import Testing

/// What holds of every fix, tried on the templates under `Fixtures/packer`, as they stand and as YAML with comments.
@Suite struct FixtureFixTests {
  private static let front = "# why it is so: é\n\n"
  private static let end = "# the end\n"

  struct Template: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]

    static func all() throws -> [Template] {
      let marked = try ["packer/positions", "packer/faults"].flatMap { try MarkedCase.all(in: $0) }
        .map { Template(testDescription: $0.about, bytes: $0.bytes) }
      let pairs = try PackerFixTests.Pair.all().map {
        Template(testDescription: $0.testDescription, bytes: $0.before)
      }
      return marked + pairs
    }
  }

  @Test(arguments: try Template.all(), [FixLevel.safe, .unsafe])
  func `Fixes settle and break nothing`(template: Template, level: FixLevel) async {
    await check(template.bytes, named: "machine.json", at: level)
    let tree = DataParser.parse(
      DerivedText(SourceFile(FileID("machine.json"), bytes: template.bytes)), as: .json
    ).tree
    guard tree.isIntact, tree.root.kind == .mapping, tree.duplicateKeys.isEmpty else { return }
    let yaml = Array((Self.front + YAMLText(tree.root).text + Self.end).utf8)
    let mended = String(decoding: await check(yaml, named: "machine.yaml", at: level), as: UTF8.self)
    #expect(mended.hasPrefix(Self.front) && mended.hasSuffix(Self.end), "\(mended)")
  }

  /// What fixes make of a template, which a second run leaves as it is.
  @discardableResult
  private func check(_ bytes: [UInt8], named name: String, at level: FixLevel) async -> [UInt8] {
    let first = await mended(bytes, named: name, at: level)
    let after = first.files.first?.after ?? bytes
    #expect(!first.isUnsettled)
    #expect(faults(of: after, in: name) <= faults(of: bytes, in: name))
    let second = await mended(after, named: name, at: level)
    #expect(second.files.map { String(decoding: $0.diff.bytes, as: UTF8.self) } == [])
    return after
  }

  private func mended(_ bytes: [UInt8], named name: String, at level: FixLevel) async -> FixResult {
    await Fixer(MemoryFileTree([name: bytes]), registry: .standard, level: level)
      .run(LintRequest([name], inputs: TemplateInputs(workingDirectory: "/")))
  }

  private func faults(of bytes: [UInt8], in name: String) -> Int {
    PackerTemplate.read(SourceFile(FileID(name), bytes: bytes)).1.count
  }
}
