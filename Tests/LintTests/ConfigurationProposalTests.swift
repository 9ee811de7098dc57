import DataSyntax
import Host
import Packer
import Source
import Testing

@testable import Lint

/// What `init` proposes for repositories of several shapes.
@Suite struct ConfigurationProposalTests {
  @Test(arguments: ProposalShape.all)
  func `The entries say how the repository builds its templates`(shape: ProposalShape) throws {
    let proposal = proposal(for: shape.files)
    let lines = proposal.text.split(separator: "\n").dropFirst(3).map { line in
      String(line.drop { $0 == " " })
    }
    #expect(lines.filter { $0 != "templates:" } == shape.entries)
  }

  @Test(arguments: ProposalShape.all)
  func `The proposal is a configuration without faults`(shape: ProposalShape) {
    let file = SourceFile(FileID(".ovenproof.yaml"), bytes: Array(proposal(for: shape.files).text.utf8))
    let parsed = DataParser.parse(DerivedText(file), as: .yaml)
    #expect(parsed.diagnostics.isEmpty)
    #expect(ConfigurationReader(parsed.tree.root, of: file.id).diagnostics.isEmpty)
  }

  @Test func `Below a repository's root the whole repository is meant`() {
    let proposal = proposal(for: ProposalShape.packer, from: "/packer")
    #expect(proposal.folder == "/")
    #expect(proposal.templates == ["packer/web.json"])
  }

  private func proposal(for files: [String: String], from folder: String = "/") -> ConfigurationProposal {
    let tree = MemoryFileTree(files.merging([".git/HEAD": ""]) { $1 }.mapValues { Array($0.utf8) })
    return ConfigurationProposal(for: folder, in: tree, inputs: TemplateInputs(workingDirectory: "/"))
  }
}
