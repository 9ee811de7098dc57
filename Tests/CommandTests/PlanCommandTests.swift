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
}
