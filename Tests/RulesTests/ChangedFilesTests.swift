import Diagnostics
import Host
import Lint
import Packer
import Rules
import Source
import Testing

/// Lint as the hook of a commit.
@Suite struct ChangedFilesTests {
  static let template = """
    {"builders": [{"type": "docker", "image": "debian:bookworm-20240904", "commit": true}],
     "provisioners": [
       {"type": "shell", "script": "scripts/run.sh"},
       {"type": "chef-solo", "version": "18.5.0", "cookbook_paths": ["cookbooks"], "run_list": ["app"],
        "prevent_sudo": true},
       {"type": "shell", "inline": ["rm -rf /tmp/packer-chef-solo"]}]}
    """

  static let files = [
    ".git/HEAD": "", "machine.json": template, "scripts/run.sh": "#!/bin/sh\ntrue\n",
    "scripts/other.sh": "#!/bin/sh\n",
    "cookbooks/app/recipes/default.rb": "", "package.json": "{}", "notes.yaml": "a: b\n", "broken.json": "{",
    "other/machine.yaml": "builders: [{type: docker, image: \"debian:bookworm-20240904\", commit: true}]\n",
    ".gitignore": "ignored/\n", "ignored/machine.json": template,
  ]

  @Test(arguments: [
    (["machine.json"], ["machine.json"]), (["scripts/run.sh"], ["machine.json"]), (["scripts/other.sh"], []),
    (["cookbooks/app/recipes/default.rb"], ["machine.json"]),
    (["package.json", "notes.yaml", "broken.json"], []),
    (["other/machine.yaml", "scripts/run.sh"], ["other/machine.yaml", "machine.json"]),
    (["deleted.json"], []),
    (["machine.json", "scripts/run.sh"], ["machine.json"]), (["ignored/machine.json"], []), ([], []),
  ])
  func `A commit concerns its templates and those that refer to its files`(
    changed: [String], templates: [String]
  ) async {
    let tree = MemoryFileTree(Self.files.mapValues { Array($0.utf8) })
    let request = LintRequest(changed, mode: .changedFiles, inputs: TemplateInputs(workingDirectory: "/"))
    let result = await Linter(tree, registry: .standard).run(request)
    #expect(result.templates.map(\.path) == templates)
    #expect(result.findings.map(\.message) == [])
    #expect(result.failures.isEmpty)
  }
}
