import Packer
import Plan
import Source
import Testing

struct BuildPlanTests {
  static let clouds = """
    {"builders": [
      {"type": "docker", "name": "image", "image": "debian:12", "commit": true},
      {"type": "amazon-ebs", "source_ami": "ami-1", "ami_name": "web"},
      {"type": "null", "communicator": "none"}, {"type": "null", "name": "old", "ssh_host": "box"}],
     "provisioners": [{"type": "shell", "inline": ["id"]}],
     "post-processors": [["manifest", {"type": "docker-tag", "repository": "web", "only": ["image"]}], "compress"]}
    """

  @Test("gives every step an id and the bytes that asked for it")
  func steps() throws {
    let example = try ExamplePlan(Self.clouds)
    let steps = example.build.steps
    #expect(
      steps.map(\.id) == [
        "start", "provision-1", "commit", "post-process-1.1", "post-process-1.2", "post-process-2.1",
      ])
    #expect(example.text(at: steps[1].origin) == "{\"type\": \"shell\", \"inline\": [\"id\"]}")
    #expect(example.text(at: steps[2].origin) == "commit")
    #expect(example.text(at: steps[3].origin) == "\"manifest\"")
    #expect(steps[2].inputs == [Step.Input(.step, "provision-1")])
    #expect(steps[3].inputs == [Step.Input(.step, "commit")])
    #expect(steps[4].inputs == [Step.Input(.step, "post-process-1.1")])
  }

  @Test("plans other builders too, and says why they are not run here")
  func elsewhere() throws {
    let build = try ExamplePlan(Self.clouds).plan.builds[1]
    guard case .elsewhere(let reason) = build.setting else {
      Issue.record("an EC2 instance is run here")
      return
    }
    #expect(reason == "builder `amazon-ebs` cannot be run here: it makes an Amazon machine image")
    #expect(build.base?.reference.shown == "ami-1")
    #expect(build.steps[1].commands.count == 4)
    #expect(build.steps[1].commands[1].contains("PACKER_BUILDER_TYPE='amazon-ebs'"))
    #expect(build.steps[2].title == "make an Amazon machine image web")
  }

  @Test("gives a provisioner no machine where the `null` builder has none")
  func null() throws {
    let builds = try ExamplePlan(Self.clouds).plan.builds
    guard case .host = builds[2].setting, case .unsupported(let reason) = builds[2].steps[0].action else {
      Issue.record("a machine is there")
      return
    }
    #expect(reason == "builder `null` with communicator `none` has no machine for `shell`")
    guard case .elsewhere(let host) = builds[3].setting else {
      Issue.record("the host of the `null` builder is reached")
      return
    }
    #expect(host == "builder `null` cannot be run here: it works on the machine `box` that is there already")
    #expect(builds[3].steps[0].commands.count == 4)
  }

  @Test(
    "says that a container comes to nothing, or to too much",
    arguments: ["", "\"commit\": true, \"discard\": true,"])
  func fate(_ options: String) throws {
    let build = try ExamplePlan("{\"builders\": [{\"type\": \"docker\", \(options) \"image\": \"a\"}]}").build
    #expect(build.unknowns.map(\.text).contains { $0.hasPrefix("what becomes of the container") })
  }

  @Test("keeps a password out of everything that is shown")
  func secrets() throws {
    let build = try ExamplePlan(
      """
      {"builders": [{"type": "docker", "image": "a:1", "commit": true, "login": true, "login_username": "u",
        "login_password": "s3cr3t"}]}
      """
    ).build
    guard case .start(let start) = build.steps[0].action, let login = start.login else {
      Issue.record("there is no login")
      return
    }
    #expect(login.password?.shown == "<sensitive:login_password>")
    #expect(build.secrets.contains("s3cr3t"))
  }

  @Test("names differ between steps and not between runs")
  func names() throws {
    let provisioner = "{\"type\": \"shell\", \"inline\": [\"id\"]}"
    let first = try ExamplePlan(provisioners: "\(provisioner), \(provisioner)").build.steps
    let again = try ExamplePlan(provisioners: "\(provisioner), \(provisioner)").build.steps
    #expect(first.map(\.commands) == again.map(\.commands))
    #expect(first[1].commands != first[2].commands)
  }

  @Test("wraps a provisioner as Packer does: a pause drops the timeout")
  func control() throws {
    let build = try ExamplePlan(
      provisioners: """
        {"type": "shell", "inline": ["a"], "pause_before": "10s", "timeout": "5m", "max_retries": 2},
        {"type": "shell", "inline": ["a"], "timeout": "5m"}
        """
    ).build
    #expect(build.steps[1].control == Step.Control(pauseBefore: 10, retries: 2))
    #expect(build.steps[2].control == Step.Control(timeout: 300))
  }

  @Test("names files with digests, folders and variables as inputs")
  func inputs() throws {
    let example = try ExamplePlan(
      """
      {"variables": {"v": "1", "w": "2"}, "builders": [{"type": "docker", "image": "a:1", "commit": true}],
       "provisioners": [{"type": "shell", "script": "a.sh", "environment_vars": ["V={{user `v`}}"]},
         {"type": "file", "sources": ["d", "none"], "destination": "/tmp/", "generated": true}]}
      """, ["a.sh": "x", "d/b": "y"])
    let digest = "sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    #expect(
      example.build.steps[1].inputs == [
        Step.Input(.file, "a.sh", digest: digest), Step.Input(.variable, "v"),
      ])
    #expect(example.build.steps[2].inputs.map(\.kind) == [.directory, .hole])
    #expect(example.build.steps[2].inputs.map(\.name) == ["d", "none"])
  }
}
