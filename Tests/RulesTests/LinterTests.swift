import Diagnostics
import Host
import Lint
import Packer
import Rules
import Source
import Testing

/// The linter with all its rules on files in memory.
@Suite struct LinterTests {
  static let floating = #"{"builders": [{"type": "docker", "image": "debian", "commit": true}]}"#
  static let rule: RuleID = "packer/floating-base-tag"

  private func lint(
    _ files: [String: String], _ paths: [String], mode: LintRequest.Mode = .paths, folder: String = "/"
  ) async -> LintResult {
    let tree = MemoryFileTree(files.mapValues { Array($0.utf8) })
    let inputs = TemplateInputs(workingDirectory: folder)
    return await Linter(tree, registry: .standard).run(LintRequest(paths, mode: mode, inputs: inputs))
  }

  private func shown(_ result: LintResult) -> [String] {
    result.findings.map { "\($0.primary.file.path) \($0.severity.rawValue) \($0.rule)" }
  }

  @Test func `A template that is named twice is linted once`() async {
    let result = await lint(["a/m.json": Self.floating], ["a/m.json", "./a/m.json", "a", "/a/m.json"])
    #expect(result.templates.map(\.path) == ["a/m.json"])
    #expect(shown(result) == ["a/m.json warning packer/floating-base-tag"])
  }

  @Test func `What several builds share is told once`() async {
    let template = """
      {"builders": [
        {"type": "docker", "name": "a", "image": "debian:bookworm-20240904", "commit": true},
        {"type": "docker", "name": "b", "image": "debian:bookworm-20240904", "commit": true}],
       "provisioners": [{"type": "shell", "script": "absent.sh"}]}
      """
    #expect(shown(await lint(["m.json": template], ["m.json"])) == ["m.json error packer/missing-file"])
  }

  @Test func `The configuration weighs rules, turns them off and sets the threshold`() async {
    let files = [
      "m.json": Self.floating, ".ovenproof.yaml": "rules: {packer/floating-base-tag: error}\nfail-on: info\n",
    ]
    let heavy = await lint(files, ["m.json"])
    #expect(shown(heavy) == ["m.json error packer/floating-base-tag"])
    #expect(heavy.failOn == .info)
    let off = ["m.json": Self.floating, ".ovenproof.yaml": "rules:\n  packer/floating-base-tag: off\n"]
    #expect(shown(await lint(off, ["m.json"])) == [])
  }

  @Test func `The nearest configuration within the repository counts`() async {
    let files = [
      ".ovenproof.yaml": "rules: {packer/floating-base-tag: off}", "repo/.git/HEAD": "",
      "repo/.ovenproof.yaml": "rules: {packer/floating-base-tag: info}", "repo/a/b/m.json": Self.floating,
      "other/.git/HEAD": "", "other/m.json": Self.floating,
    ]
    let result = await lint(files, ["repo", "other"])
    #expect(
      shown(result) == [
        "other/m.json warning packer/floating-base-tag", "repo/a/b/m.json info packer/floating-base-tag",
      ])
  }

  @Test func `Excluded folders are not searched, named files are linted all the same`() async {
    let files = ["m.json": Self.floating, "old/m.json": Self.floating, ".ovenproof.yaml": "exclude: [old/]"]
    #expect(await lint(files, ["."]).templates.map(\.path) == ["m.json"])
    #expect(await lint(files, ["old/m.json"]).templates.map(\.path) == ["old/m.json"])
  }

  @Test func `What one template allows and another does not is reported`() async {
    let script = "echo no interpreter\n"
    func template(_ allow: String) -> String {
      """
      {\(allow)"builders": [{"type": "docker", "image": "debian:bookworm-20240904", "commit": true}],
       "provisioners": [{"type": "shell", "script": "run.sh"}]}
      """
    }
    let allow = #""_ovenproof": "allow shell/no-shebang at /provisioners/0/script -- run by hand","#
    let alone = await lint(["a.json": template(allow), "run.sh": script], ["a.json"])
    #expect(shown(alone) == [])
    #expect(alone.suppressed.map(\.rule) == ["shell/no-shebang"])
    #expect(alone.suppressed.first?.exception == Exception("run by hand", .inSource))
    let both = await lint(
      ["a.json": template(allow), "b.json": template(""), "run.sh": script], ["a.json", "b.json"])
    #expect(shown(both) == ["run.sh warning shell/no-shebang"])
    #expect(both.suppressed == [])
  }

  @Test func `A finding in another file says which template led to it`() async throws {
    let template = """
      {"builders": [{"type": "docker", "image": "debian:bookworm-20240904", "commit": true}],
       "provisioners": [{"type": "shell", "script": "run.sh"}]}
      """
    let result = await lint(["m.json": template, "run.sh": "echo\n"], ["m.json"])
    let finding = try #require(result.findings.first)
    #expect(finding.primary.file.path == "run.sh")
    #expect(finding.chain.map(\.what) == ["provisioner `shell`"])
    #expect(finding.chain.first?.location.file.path == "m.json")
    #expect(result.sources[FileID("run.sh")] != nil)
  }

  @Test func `An exception is not called unused where a value only comes from outside`() async {
    let template = """
      {"_ovenproof": "allow packer/floating-base-tag at /builders/0/image -- moves on purpose",
       "variables": {"base": null},
       "builders": [{"type": "docker", "image": "{{user `base`}}", "commit": true}]}
      """
    #expect(
      shown(await lint(["m.json": template], ["m.json"])) == ["m.json info packer/unset-required-variable"])
  }

  @Test func `Files are looked for where most of them are found`() async {
    let template = """
      {"builders": [{"type": "docker", "image": "debian:bookworm-20240904", "commit": true}],
       "provisioners": [{"type": "file", "source": "motd", "destination": "/etc/motd"}]}
      """
    #expect(
      shown(await lint(["repo/packer/m.json": template, "repo/packer/motd": ""], ["repo/packer/m.json"]))
        == [])
    let above = ["repo/.git/HEAD": "", "repo/packer/m.json": template, "repo/motd": ""]
    #expect(
      shown(await lint(above, ["repo/packer/m.json"])) == [
        "repo/packer/m.json info packer/other-working-directory"
      ])
  }

  @Test func `A secret is not shown either where its option is misspelt`() async throws {
    for name in ["login_passwrod", "ssh_pasword", "acess_key", "secretkey", "token ", "api-kye", "passwd1"] {
      let template = """
        {"builders": [{"type": "amazon-ebs", "\(name)": "hunter2"}],
         "provisioners": [{"type": "shell", "\(name)": ["hunter2"], "environment_vars": ["\(name)=hunter2"]}]}
        """
      let result = await lint(["m.json": template], ["m.json"])
      let file = try #require(result.sources[FileID("m.json")])
      for line in 1...2 { #expect(!file.text(ofLine: line).contains("hunter2"), "\(name)") }
    }
  }

  @Test func `A password that everybody knows is not masked in other words`() async {
    let template = """
      {"variables": {"install_vagrant_key": true},
       "builders": [{"type": "docker", "image": "debian:bookworm-20240904", "commit": true, "ssh_password": "vagrant"}]}
      """
    let result = await lint(["m.json": template], ["m.json"])
    #expect(result.findings.contains { $0.message.contains("`install_vagrant_key`") })
  }

  @Test func `What only speaks of a secret is shown`() async throws {
    let template =
      #"{"builders": [{"type": "docker", "ssh_private_key_file": "id_rsa", "secret_name": "motd"}]}"#
    let result = await lint(["m.json": template], ["m.json"])
    let line = try #require(result.sources[FileID("m.json")]?.text(ofLine: 1))
    #expect(line.contains("id_rsa") && line.contains("motd"))
  }

  @Test func `A secret is never shown with its line`() async throws {
    let template = """
      {"builders": [{"type": "docker", "image": "debian:bookworm-20240904", "commit": true, "login_password": "8Xk2fQz7rWm4"}]}
      """
    let result = await lint(["m.json": template], ["m.json"])
    let line = try #require(result.sources[FileID("m.json")]?.text(ofLine: 1))
    #expect(result.findings.map(\.rule) == ["packer/idle-login", "packer/plain-secret"])
    #expect(!line.contains("8Xk2") && line.contains(#""login_password": "************"}"#))
    #expect(!result.findings.contains { "\($0)".contains("8Xk2") })
  }

  @Test func `Files of HCL are told, and absent paths`() async {
    let result = await lint(
      ["a.pkr.hcl": "", "m.json": Self.floating], ["a.pkr.hcl", "absent.json", "m.json"])
    #expect(result.hclFiles == ["a.pkr.hcl"])
    #expect(result.failures.map(\.description) == ["cannot find `absent.json`: no such file or directory"])
    #expect(result.templates.map(\.path) == ["m.json"])
  }

  @Test func `Two runs say the same, however many templates there are`() async {
    var files: [String: String] = [:]
    for number in 0..<40 { files["m\(number).json"] = Self.floating }
    let first = await lint(files, ["."])
    let second = await lint(files, ["."])
    #expect(first.findings.count == 40)
    #expect(first.findings == second.findings)
    #expect(first.templates == second.templates)
  }
}
