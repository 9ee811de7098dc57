import Diagnostics
import Host
import Lint
import Packer
import Rules
import Source
import Testing

/// What `packer-version` makes of parts of a template that not every Packer has.
@Suite struct PackerVersionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let template: String
    /// The findings that speak of versions, by configured version; nil for none.
    let expected: [(version: String?, findings: [String])]
  }

  static let cases = [
    Case(
      testDescription: "an option of the core",
      template: docker(provisioner: #""type": "shell", "inline": ["true"], "env": {"A": "1"}"#),
      expected: [
        (nil, ["info packer/newer-option"]), ("1.5.0", ["error packer/newer-option"]),
        ("1.6.6", ["error packer/newer-option"]),
        ("1.7.9", ["error packer/newer-option"]), ("1.8.0", []), ("1.14.1", []),
      ]),
    Case(
      testDescription: "an option of a plugin with releases of its own",
      template: docker(#", "platform": "linux/arm64""#),
      expected: [
        (nil, ["info packer/newer-option"]), ("1.6.0", ["error packer/newer-option"]),
        ("1.8.0", ["info packer/newer-option"]),
        ("1.12.0", ["info packer/newer-option"]),
      ]),
    Case(
      testDescription: "content in place of a source",
      template: docker(provisioner: #""type": "file", "content": "x", "destination": "/tmp/x""#),
      expected: [
        (nil, ["info packer/newer-option"]), ("1.7.0", ["error packer/newer-option"]), ("1.7.5", []),
      ]),
    Case(
      testDescription: "a component that came later",
      template: docker(provisioner: #""type": "hcp-sbom", "source": "/tmp/x""#),
      expected: [
        (nil, ["info packer/newer-component"]), ("1.6.6", ["error packer/newer-component"]),
        ("1.12.0", ["info packer/newer-component"]),
      ]),
    Case(
      testDescription: "a key of provisioners",
      template: docker(provisioner: #""type": "shell", "inline": ["true"], "max_retries": 2"#),
      expected: [(nil, []), ("1.5.5", ["error packer/newer-feature"]), ("1.5.6", [])]),
    Case(
      testDescription: "a function of the core",
      template: docker(#", "message": "{{replace_all `a` `b` `c`}}""#),
      expected: [(nil, []), ("1.4.3", ["error packer/newer-feature"]), ("1.4.4", [])]),
    Case(
      testDescription: "a function that came later",
      template: #"{"variables": {"v": "{{aws_secretsmanager_raw `a`}}"}, "#
        + docker(#", "message": "{{user `v`}}""#).dropFirst(),
      expected: [
        (nil, ["info packer/newer-feature"]), ("1.6.6", ["error packer/newer-feature"]),
        ("1.16.0", ["info packer/newer-feature"]),
      ]),
    Case(
      testDescription: "a build value that came later",
      template: docker(provisioner: #""type": "shell", "inline": ["echo {{build `SourceImageDigest`}}"]"#),
      expected: [
        (nil, ["info packer/newer-feature"]), ("1.6.6", ["error packer/newer-feature"]),
        ("1.9.0", ["info packer/newer-feature"]),
      ]),
    Case(
      testDescription: "an option that newer releases lost",
      template:
        #"{"builders": [{"type": "vagrant", "communicator": "ssh", "source_path": "a/b", "provider": "virtualbox", "ssh_username": "v", "vagrantfile_template": "V.erb"}]}"#,
      expected: [
        (nil, ["info packer/discouraged-option"]), ("1.9.0", []),
        ("1.10.0", ["info packer/discouraged-option"]),
      ]),
    Case(
      testDescription: "an option that was deprecated with 1.6.6",
      template: docker(provisioner: #""type": "shell-local", "command": "true""#),
      expected: [
        (nil, ["info packer/discouraged-option"]), ("1.4.0", []),
        ("1.6.6", ["info packer/discouraged-option"]),
      ]),
    Case(
      testDescription: "an option that 1.6.6 had lost",
      template: docker(#", "login_email": "a@example.com""#),
      expected: [
        (nil, ["error packer/removed-option"]), ("1.2.0", ["warning packer/removed-option"]),
        ("1.7.0", ["error packer/removed-option"]),
      ]),
    Case(
      testDescription: "an unknown option of a component that was compared",
      template: docker(#", "colour": "red""#),
      expected: [(nil, ["error packer/unknown-option"]), ("1.9.0", ["error packer/unknown-option"])]),
    Case(
      testDescription: "an unknown option of a component that was not compared",
      template:
        #"{"variables": {"t": "{{env `T`}}"}, "builders": [{"type": "hcloud", "token": "{{user `t`}}", "location": "nbg1", "server_type": "cx11", "image": "debian-10", "ssh_username": "root", "colour": "red"}]}"#,
      expected: [
        (nil, ["warning packer/unknown-option"]), ("1.6.6", ["error packer/unknown-option"]),
        ("1.9.0", ["warning packer/unknown-option"]),
      ]),
    Case(
      testDescription: "a template that asks for a newer Packer",
      template: #"{"min_packer_version": "1.8.0", "# + docker().dropFirst(),
      expected: [
        (nil, ["info packer/newer-packer-needed"]), ("1.7.0", ["error packer/newer-packer-needed"]),
        ("1.8.0", []),
        ("1.9.1", []),
      ]),
  ]

  private static func docker(_ more: String = "", provisioner: String? = nil) -> String {
    let provisioners = provisioner.map { #", "provisioners": [{\#($0)}]"# } ?? ""
    return
      #"{"builders": [{"type": "docker", "image": "debian:bookworm-20240904", "commit": true\#(more)}]\#(provisioners)}"#
  }

  @Test(arguments: cases)
  func `weighs what came, went and is not known`(example: Case) async {
    for (version, expected) in example.expected {
      var files = ["m.json": example.template]
      if let version { files[".ovenproof.yaml"] = "packer-version: \(version)\n" }
      let tree = MemoryFileTree(files.mapValues { Array($0.utf8) })
      let request = LintRequest(["m.json"], inputs: TemplateInputs(workingDirectory: "/"))
      let result = await Linter(tree, registry: .standard).run(request)
      let found = result.findings.filter { Self.names.contains($0.rule.name) }
      #expect(found.map { "\($0.severity.rawValue) \($0.rule.name)" } == expected, "\(version ?? "none")")
      #expect(
        result.findings.filter { $0.severity == .error && !Self.names.contains($0.rule.name) }.map(\.message)
          == [],
        "\(version ?? "none")")
    }
  }

  private static let names: Set<String> = [
    "packer/newer-option", "packer/newer-component", "packer/newer-feature", "packer/newer-packer-needed",
    "packer/discouraged-option",
    "packer/removed-option", "packer/unknown-option",
  ]
}
