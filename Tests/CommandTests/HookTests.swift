import Host
import Support
import Testing

/// Our hook under the real pre-commit, from the wheel and with no other `ovenproof` on the PATH.
@Suite(.enabled(if: Checkers.areThere)) struct HookTests {
  @Test func `a commit is refused for what it breaks, and for nothing else`() async throws {
    try await HookBench.with { bench in
      try await refusesABrokenTemplate(bench)
      try await lintsTheTemplatesOfAScript(bench)
      try await lintsTheTemplatesOfAFileThatGoes(bench)
      try await lintsTheTemplatesOfARecipe(bench)
      try await takesNothingElseForATemplate(bench)
      try await isCalledOnceForAllFiles(bench)
    }
  }

  private func refusesABrokenTemplate(_ bench: HookBench) async throws {
    try bench.replace("\"commit\": true", with: "\"comit\": true", in: "machine_chef.json")
    let broken = try await bench.commit()
    #expect(broken.status == 1, "\(broken.text)")
    #expect(broken.text.contains("machine_chef.json:18:7: error[packer/unknown-option]"), "\(broken.text)")
    #expect(broken.text.contains("did you mean `commit`?"), "\(broken.text)")
    try bench.replace("\"comit\": true", with: "\"commit\":  true", in: "machine_chef.json")
    let sound = try await bench.commit()
    #expect(sound.status == 0, "\(sound.text)")
    #expect(sound.text.contains("ovenproof lint") && sound.text.contains("Passed"), "\(sound.text)")
  }

  /// The script is gone from where the template looks for it.
  private func lintsTheTemplatesOfAScript(_ bench: HookBench) async throws {
    try bench.write("#!/bin/sh\necho hello", to: "scripts/other.sh")
    try bench.write(
      #"{"builders": [{"type": "docker", "image": "a:1", "commit": true}],"#
        + #" "provisioners": [{"type": "shell", "scripts": ["scripts/other.sh", "scripts/gone.sh"]}]}"#,
      to: "half.json")
    let refused = try await bench.commit()
    #expect(refused.text.contains("error[packer/missing-file]: script `scripts/gone.sh`"), "\(refused.text)")
    _ = try await bench.commit(skippingHooks: true)
    try bench.write("#!/bin/sh\necho changed", to: "scripts/other.sh")
    let changed = try await bench.commit()
    #expect(changed.status == 1, "\(changed.text)")
    #expect(changed.text.contains("half.json:1:"), "\(changed.text)")
    try await bench.reset()
  }

  /// Renamed without its template, a script is gone for it; so is one that is removed.
  private func lintsTheTemplatesOfAFileThatGoes(_ bench: HookBench) async throws {
    try await bench.undo()
    for change in ["git mv scripts/clean.sh scripts/tidy.sh", "git rm -q scripts/clean.sh"] {
      try await bench.change(change)
      let run = try await bench.commit()
      #expect(run.status == 1, "\(run.text)")
      #expect(run.text.contains("error[packer/missing-file]: script `scripts/clean.sh`"), "\(run.text)")
      try await bench.reset()
    }
    try await bench.change("git rm -q greeter.spec.yaml")
    let unrelated = try await bench.commit()
    #expect(unrelated.status == 0, "\(unrelated.text)")
    try await bench.undo()
  }

  /// A recipe of a cookbook that a run list names: the template that names it is linted with it.
  private func lintsTheTemplatesOfARecipe(_ bench: HookBench) async throws {
    try bench.replace("\"recipe[greeter]\"", with: "\"recipe[greeter::gone]\"", in: "machine_chef.json")
    _ = try await bench.commit(skippingHooks: true)
    try bench.write("# changed", to: "cookbooks/greeter/recipes/account.rb")
    let changed = try await bench.commit()
    #expect(changed.status == 1, "\(changed.text)")
    #expect(changed.text.contains("machine_chef.json:"), "\(changed.text)")
    #expect(changed.text.contains("chef/unknown-recipe"), "\(changed.text)")
    #expect(!changed.text.contains("machine_puppet.json"), "\(changed.text)")
    try await bench.reset()
    try await bench.undo()
  }

  private func takesNothingElseForATemplate(_ bench: HookBench) async throws {
    try bench.write(
      #"{"name": "web", "json_class": "Chef::Role", "run_list": ["recipe[gone]"]}"#, to: "roles/web.json")
    try bench.write(#"{"id": "team", "builders": ["anna", "ben"]}"#, to: "data_bags/people/team.json")
    try bench.write(#"{"id": "x", "provisioners": [{"type": "gone"}]}"#, to: "data_bags/people/x.json")
    try bench.write("builders: {linux: gcc}", to: "site.yaml")
    try bench.write("{", to: "values.json")
    let run = try await bench.commit()
    #expect(run.status == 0, "\(run.text)")
  }

  private func isCalledOnceForAllFiles(_ bench: HookBench) async throws {
    let image = "a:1@sha256:" + String(repeating: "0", count: 64)
    let template =
      #"{"builders": [{"type": "docker", "image": "\#(image)", "comit": true, "discard": true}]}"#
    for index in 0..<40 { try bench.write(template, to: "many/machine_\(index).json") }
    let run = try await bench.commit()
    #expect(run.status == 1)
    let summaries = run.text.split(separator: "\n").filter { $0.contains("40 errors in 40 files") }
    #expect(summaries.count == 1, "\(run.text.suffix(2000))")
  }

  @Test func `the manifest is one, and states the version of the program`() async throws {
    let manifest = try await Checkers.run([
      Checkers.path("pre-commit"), "validate-manifest", ".pre-commit-hooks.yaml",
    ])
    #expect(manifest.status == 0, "\(manifest.text)")
    let version = try await HookBench.version()
    let project = String(
      decoding: try CaseFolder.bytes(of: Repository.root + "/pyproject.toml"), as: UTF8.self)
    #expect(project.contains("\nversion = \"\(version)\"\n"))
    #expect(project.contains("\ndependencies = [\"ovenproof==\(version)\"]\n"))
  }
}
