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
}
