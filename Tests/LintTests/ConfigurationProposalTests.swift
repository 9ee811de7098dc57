import DataSyntax
import Host
import Packer
import Source
import Testing

@testable import Lint

/// What `init` proposes for repositories of several shapes.
@Suite struct ConfigurationProposalTests {
  /// A repository, and the lines of `templates` that are proposed for it.
  struct Shape: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let files: [String: String]
    let entries: [String]

    init(_ name: String, _ files: [String: String], _ entries: [String]) {
      testDescription = name
      self.files = files
      self.entries = entries
    }
  }

  private static func template(script: String = "setup.sh") -> String {
    #"{"builders": [{"type": "docker", "image": "debian:12.1", "commit": true}], "#
      + #""provisioners": [{"type": "shell", "script": "\#(script)"}]}"#
  }

  private static let packer = [
    "packer/web.json": template(), "packer/setup.sh": "#!/bin/sh\n", "packer/prod.json": "{}",
    "packer/test.json": "{}",
  ]

  private static func packer(_ path: String, _ text: String) -> [String: String] {
    packer.merging([path: text]) { $1 }
  }

  static let shapes = [
    Shape(
      "a template whose files are found from the root",
      [
        "web.json": template(), "setup.sh": "#!/bin/sh\n",
      ], []),
    Shape(
      "nothing says how it is built", packer,
      [
        "# from here 1 of its 1 files are found, from the root 0", "- path: packer/web.json",
        "working-directory: packer",
      ]),
    Shape(
      "a Makefile changes the folder",
      packer("Makefile", "all:\n\t@cd packer && packer build -var-file=prod.json web.json\n"),
      [
        "# Makefile:2 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]",
      ]),
    Shape(
      "each line of a recipe begins in the Makefile's folder",
      packer("Makefile", "all:\n\tcd packer\n\tpacker build packer/web.json\n"),
      [
        "# Makefile:3 builds it so", "- path: packer/web.json", "working-directory: .",
      ]),
    Shape(
      "a Makefile lies beside the template, and its call goes on in the next line",
      packer("packer/Makefile", "web:\n\tpacker build \\\n\t  -var-file prod.json \\\n\t  web.json\n"),
      [
        "# packer/Makefile:2 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]",
      ]),
    Shape(
      "two sets of variables",
      packer(
        "packer/Makefile",
        "a:\n\tpacker build -var-file=prod.json web.json\nb:\n\tpacker build -var-file=test.json web.json\n"),
      [
        "# packer/Makefile:2 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]", "# packer/Makefile:4 builds it so", "- path: packer/web.json",
        "working-directory: packer", "var-files: [packer/test.json]",
      ]),
    Shape(
      "a script whose file of variables a variable names",
      packer(
        "build.sh",
        "#!/bin/sh\nset -e\ncd packer\npacker validate web.json && packer build -var-file=\"$ENV.json\" web.json\n"
      ),
      [
        "# build.sh:4 builds it so", "- path: packer/web.json", "working-directory: packer",
      ]),
    Shape(
      "GitLab changes the folder before the script",
      packer(
        ".gitlab-ci.yml",
        "image:\n  before_script:\n    - cd packer\n  script:\n    - packer validate -var-file=prod.json web.json\nother:\n  script: [\"packer build packer/web.json\"]\n"
      ),
      [
        "# .gitlab-ci.yml:5 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]", "# .gitlab-ci.yml:7 builds it so", "- path: packer/web.json",
        "working-directory: .",
      ]),
    Shape(
      "a step of GitHub names its folder behind its call",
      packer(
        ".github/workflows/image.yml",
        "jobs:\n  image:\n    steps:\n      - run: |\n          packer version\n          packer build -var-file=prod.json web.json\n        working-directory: packer\n      - run: packer validate packer/web.json\n"
      ),
      [
        "# .github/workflows/image.yml:6 builds it so", "- path: packer/web.json",
        "working-directory: packer", "var-files: [packer/prod.json]",
        "# .github/workflows/image.yml:8 builds it so", "- path: packer/web.json", "working-directory: .",
      ]),
    Shape(
      "a workflow of GitHub names a folder for all its steps",
      packer(
        ".github/workflows/image.yaml",
        "defaults: {run: {working-directory: ./packer}}\njobs:\n  image:\n    steps: [{run: packer build web.json}]\n"
      ),
      [
        "# .github/workflows/image.yaml:4 builds it so", "- path: packer/web.json",
        "working-directory: packer",
      ]),
    Shape(
      "a name that YAML would read otherwise",
      ["a b: c/12.json": template(), "a b: c/setup.sh": "#!/bin/sh\n"],
      [
        "# from here 1 of its 1 files are found, from the root 0", "- path: \"a b: c/12.json\"",
        "working-directory: \"a b: c\"",
      ]),
    Shape(
      "what git ignores, and a call of nothing that is there",
      packer("Makefile", "all:\n\tpacker build other.json\n").merging([
        ".gitignore": "old/\n", "old/web.json": template(),
      ]) { $1 },
      [
        "# from here 1 of its 1 files are found, from the root 0", "- path: packer/web.json",
        "working-directory: packer",
      ]),
  ]

  @Test(arguments: shapes)
  func `The entries say how the repository builds its templates`(shape: Shape) throws {
    let proposal = proposal(for: shape.files)
    let lines = proposal.text.split(separator: "\n").dropFirst(3).map { line in
      String(line.drop { $0 == " " })
    }
    #expect(lines.filter { $0 != "templates:" } == shape.entries)
  }

  @Test(arguments: shapes)
  func `The proposal is a configuration without faults`(shape: Shape) {
    let file = SourceFile(FileID(".ovenproof.yaml"), bytes: Array(proposal(for: shape.files).text.utf8))
    let parsed = DataParser.parse(DerivedText(file), as: .yaml)
    #expect(parsed.diagnostics.isEmpty)
    #expect(ConfigurationReader(parsed.tree.root, of: file.id).diagnostics.isEmpty)
  }

  @Test func `Below a repository's root the whole repository is meant`() {
    let proposal = proposal(for: Self.packer, from: "/packer")
    #expect(proposal.folder == "/")
    #expect(proposal.templates == ["packer/web.json"])
  }

  private func proposal(for files: [String: String], from folder: String = "/") -> ConfigurationProposal {
    let tree = MemoryFileTree(files.merging([".git/HEAD": ""]) { $1 }.mapValues { Array($0.utf8) })
    return ConfigurationProposal(for: folder, in: tree, inputs: TemplateInputs(workingDirectory: "/"))
  }
}
