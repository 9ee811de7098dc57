import Host
import Support
import Testing

/// The machines of `Fixtures/pivot`, set up by Debian's own Puppet and Ansible in a base that mmdebstrap makes.
@Suite(
  .enabled(
    if: Machine.runs(
      .engines, needing: "root, runc and mmdebstrap (real bakes)",
      isThere: Machine.isRoot && ["runc", "mmdebstrap"].allSatisfy(Machine.hasProgram))), .serialized,
  .timeLimit(.minutes(20)))
struct MachineTests {
  private static let base = "localhost/ovenproof-demo-base:1"

  @Test(arguments: ["puppet", "ansible"]) func `the greeter meets its spec, whoever sets it up`(
    tool: String
  ) async throws {
    try await Self.withPivot(on: "machine") { program in
      let rehearsal = try await program("build", "--dry-run", "-only=docker", "machine_\(tool).json")
      #expect(rehearsal.status == 0, "\(rehearsal.output)\(rehearsal.error)")
      let answer = try await program("test", "-only=docker", "machine_\(tool).json")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      #expect(answer.output.contains("34 assertions passed"), "\(answer.output)")
    }
  }

  /// The same machine for clouds, in containers that stand in for theirs: Debian by the words of each.
  @Test func `the greeter meets its spec on stand-ins for clouds`() async throws {
    try await Self.withPivot(on: "machine") { program in
      let settings = "stand-ins: {images: {'debian:12': '\(Self.base)'}}\n"
      try HostFile.write(Array(settings.utf8), to: program.folder + "/.ovenproof.yaml")
      let answer = try await program(
        "test", "--stand-in", "-only=amazon-ebs,openstack,digitalocean,googlecompute",
        "-parallel-builds=2", "machine_puppet.json")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      for (build, user) in [("amazon-ebs", "admin"), ("openstack", "debian"), ("googlecompute", "packer")] {
        #expect(answer.error.contains("\(build): its steps work as the user `\(user)`"))
        #expect(answer.error.contains("\(build): judging the image by"))
      }
      #expect(answer.output.contains("an Amazon machine image was not made"))
    }
  }

  /// There is no Chef in Debian: a `chef-solo` that records what it is given stands in, and configures nothing.
  @Test func `a recording chef-solo gets the cookbooks, the run list and the settings`() async throws {
    let template = """
      {
        "builders": [{"type": "docker", "image": "\(Self.base)", "pull": false, "commit": true}],
        "provisioners": [{
          "type": "chef-solo", "prevent_sudo": true, "skip_install": true, "cookbook_paths": ["cookbooks"],
          "run_list": ["recipe[greeter]"], "json": {"greeter": {"version": "9"}}
        }]
      }
      """
    let spec = """
      files:
        /var/log/recording-chef-solo/arguments: {contents: ["--no-color", "-c", "/solo.rb$/", "-j", "/node.json$/"]}
        /var/log/recording-chef-solo/solo.rb: {contents: ["/cookbook_path.*cookbooks-0/"]}
        /var/log/recording-chef-solo/node.json: {contents: ['/recipe.greeter/', '/"version": ?"9"/']}
        /tmp/packer-chef-solo/cookbooks-0/greeter/metadata.rb: {exists: true}
      """
    try await Self.withPivot(on: "recording-chef") { program in
      try HostFile.write(Array(template.utf8), to: program.folder + "/recorded.json")
      try HostFile.write(Array(spec.utf8), to: program.folder + "/recorded.spec.yaml")
      let answer = try await program("test", "recorded.json")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
    }
  }

  /// A copy of `Fixtures/pivot` whose base image is of the given kind.
  private static func withPivot(on kind: String, _ body: (Program) async throws -> Void) async throws {
    try await Program.withImage(kind, as: base) { program in
      _ = try await Command(["cp", "-a", Repository.fixture("pivot") + "/.", program.folder]).output()
      try await body(program)
    }
  }
}
