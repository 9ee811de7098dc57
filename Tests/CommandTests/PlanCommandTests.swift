import Host
import Support
import Testing

@Suite struct PlanCommandTests {
  @Test(
    arguments: ["machine_chef.json", "machine_puppet.json", "machine_ansible.json", "machine.yaml"],
    ["text", "json"])
  func `plans the sound templates, the same each time, without absolute paths`(
    _ name: String, _ format: String
  ) async throws {
    let program = Program(in: Repository.fixture("pivot"))
    let first = try await program("plan", name, "--format", format)
    let second = try await program("plan", name, "--format", format)
    #expect(first.status == 0, "\(first.error)")
    #expect(first.output == second.output)
    #expect(!first.output.contains(Repository.root))
  }

  @Test func `a template with faults is not planned`() async throws {
    let answer = try await Program(in: Repository.fixture("broken"))(
      "plan", "machine_chef.json", "--format", "json")
    #expect(answer.status == 1)
    #expect(answer.output == "")
    #expect(answer.error.contains("machine_chef.json:22:39: error[chef/unknown-recipe]"))
    #expect(answer.error.contains("nothing was planned"))
  }

  @Test func `a choice that leaves nothing is told`() async throws {
    let answer = try await Program(in: Repository.fixture("pivot"))("plan", "machine.yaml", "-only", "absent")
    #expect(answer.status == 1)
    #expect(answer.error.contains("`-only` and `-except`"))
  }

  @Test func `a secret of a data bag is masked wherever the plan shows it`() async throws {
    let files = [
      "machine.json": #"""
      {"builders": [{"type": "docker", "image": "debian:12", "commit": true}],
       "provisioners": [{"type": "chef-solo", "cookbook_paths": ["cookbooks"], "data_bags_path": "data_bags",
                         "run_list": ["app"], "prevent_sudo": true, "version": "18.5.0"}]}
      """#,
      "cookbooks/app/metadata.rb": "name 'app'\n",
      "cookbooks/app/recipes/default.rb": #"""
      secret = data_bag_item('users', 'db')['password']
      execute "mysql -p#{secret}" do
        environment 'PGPASSWORD' => secret
      end
      template '/etc/db.conf' do
        source 'db.erb'
        variables(secret: secret)
      end
      """#,
      "cookbooks/app/templates/db.erb": "password <%= @secret %>\n",
      "data_bags/users/db.json": #"{"id": "db", "password": "kanal-77-offen"}"#,
    ]
    try await Program.with(files) { program in
      for arguments in [[], ["--format", "json"], ["--attributes"], ["--show", "/etc/db.conf"]] {
        let answer = try await program.run(["plan", "machine.json"] + arguments)
        #expect(answer.status == 0, "\(answer.error)")
        #expect(!(answer.output + answer.error).contains("kanal-77-offen"), "\(arguments)")
      }
    }
  }

  @Test(.enabled(if: Machine.offers("podman", isThere: Machine.hasProgram("podman"))))
  func `podman is asked about without a container of it`() async throws {
    try await Program.with(["machine.json": Program.template]) { program in
      var program = program
      // With it podman itself could not even be asked for its version.
      program.environment["CONTAINERS_CONF"] = program.folder + "/nonesuch"
      let planned = try await program("plan", "machine.json", "--engine", "podman")
      #expect(planned.status == 0, "\(planned.error)")
      let built = try await program("build", "machine.json", "--engine", "podman")
      #expect(built.status == 3 && built.error.contains("podman cannot start a container"), "\(built.error)")
    }
  }

  @Test(.enabled(if: Program.canBake))
  func `what only the run knows of the container's start is not judged`() async throws {
    let hole = "{{build `ID`}}"
    let cases: [(words: [String], status: Int32)] = [
      ([#""-d""#, #""--platform""#, "\"\(hole)\"", #""--""#, #""tiny:1""#], 0),
      ([#""-d""#, "\"--device=\(hole)\"", #""tiny:1""#], 0),
      ([#""-d""#, #""-v""#, "\"/no/such/\(hole):/data\"", #""tiny:1""#], 0),
      // Whether `--privileged` is an option, or a word for the program, depends on it.
      ([#""-d""#, "\"\(hole)\"", #""--privileged""#, #""tiny:1""#], 0),
      ([#""-d""#, "\"--\(hole)\"", #""--privileged""#, #""tiny:1""#], 0),
      // What stands beside it is judged.
      ([#""-d""#, #""--device""#, "\"\(hole)\"", #""--privileged""#, #""tiny:1""#], 1),
    ]
    try await Program.with { program in
      for (words, status) in cases {
        let list = words.joined(separator: ", ")
        let template = Program.template.replacing(
          "\"commit\": true", with: "\"commit\": true, \"run_command\": [\(list)]")
        try HostFile.write(Array(template.utf8), to: program.folder + "/machine.json")
        let answer = try await program("plan", "machine.json", "--engine", "native:chroot")
        #expect(answer.status == status, "\(list): \(answer.output)\(answer.error)")
      }
    }
  }
}
