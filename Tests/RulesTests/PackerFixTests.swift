import DataSyntax
import Diagnostics
import Host
import Lint
import Packer
import RuleCatalog
import Source
import Support
import Testing

/// Our rewrites against those of `packer fix`.
@Suite struct PackerFixTests {
  /// A template with what one of the fixers of `packer fix` made of it.
  struct Pair: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let before: [UInt8]
    let after: [UInt8]

    static func all() throws -> [Pair] {
      let bytes = try CaseFolder.bytes(of: Repository.fixture("packer/fixes/pairs.json"))
      let tree = DataParser.parse(DerivedText(SourceFile(FileID("pairs.json"), bytes: bytes)), as: .json).tree
      try #require(tree.root.items.count > 50)
      return try tree.root.items.enumerated().map { index, item in
        Pair(
          testDescription: "\(item["fixer"]?.string ?? "") \(index)",
          before: JSONText(try #require(item["before"])).indented,
          after: JSONText(try #require(item["after"])).indented)
      }
    }
  }

  // The real tool forgets the option of a builder where the template has no post-processors, and functions in lists.
  private static let better: Set<String> = [
    #"{"builders":[{"login_email":"a@b","type":"docker"}]}"#,
    #"{"builders":[{"ami_name":"{{user `n` | clean_resource_name}}","ami_regions":["{{clean_ami_name `x`}}"],"tags":{"a":"{{clean_resource_name `x`}}"},"type":"amazon-ebs"}]}"#,
  ]

  @Test(arguments: try Pair.all())
  func `A rewrite makes what packer fix makes`(pair: Pair) async {
    let result = await RewritesRule.fixed(pair.before, named: "machine.json")
    let ours = TemplateText(asReadByPacker: result.files.first?.after ?? pair.before).value
    let theirs = TemplateText(asReadByPacker: pair.after).value
    let isBetter = Self.better.contains(String(decoding: theirs.compact, as: UTF8.self))
    #expect(
      (ours == theirs) != isBetter,
      "\(String(decoding: ours.compact, as: UTF8.self))\n\(String(decoding: theirs.compact, as: UTF8.self))")
    #expect(!result.isUnsettled && result.lint.findings.isEmpty)
  }

  @Test(arguments: try Pair.all())
  func `In YAML a rewrite makes the same`(pair: Pair) async throws {
    let json = DataParser.parse(DerivedText(SourceFile(FileID("a.json"), bytes: pair.before)), as: .json).tree
    let result = await RewritesRule.fixed(Array(YAMLText(json.root).text.utf8), named: "machine.yaml")
    let text = try #require(result.files.first?.after ?? result.lint.sources[FileID("machine.yaml")]?.bytes)
    let (tree, faults) = DataParser.parse(
      DerivedText(SourceFile(FileID("machine.yaml"), bytes: text)), as: .yaml)
    #expect(faults.isEmpty)
    let inJSON =
      await RewritesRule.fixed(pair.before, named: "machine.json").files.first?.after ?? pair.before
    let ours = TemplateText(JSONText(tree.root).indented).value
    #expect(ours == TemplateText(inJSON).value, "\(String(decoding: text, as: UTF8.self))")
  }

}
