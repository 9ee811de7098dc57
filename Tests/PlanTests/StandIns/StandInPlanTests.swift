import Packer
import Plan
import PlanSupport
import Project
import Source
import Testing

struct StandInPlanTests {
  private static func template(_ builder: String, _ rest: String = "") -> String {
    """
    {"builders": [\(builder)],
     "provisioners": [{"type": "shell", "inline": ["sudo systemctl restart x"]}],
     "post-processors": ["manifest"\(rest)]}
    """
  }

  private static let debian = """
    {"type": "amazon-ebs", "name": "web", "ssh_username": "admin", "ami_name": "web",
     "source_ami_filter": {"filters": {"name": "debian-12-amd64-*"}, "owners": ["1"]}}
    """

  private func build(_ builder: String, _ request: StandInRequest?) throws -> (ExamplePlan, BuildPlan) {
    let example = try ExamplePlan(Self.template(builder), standIns: request)
    return (example, example.build)
  }

  @Test("chooses a container by the builder's words, and says by which")
  func choice() throws {
    let (example, build) = try build(Self.debian, StandInRequest(isForAll: true))
    let plan = try build.standIn.orThrow("a stand-in")
    #expect(plan.standIn.image == "debian:12")
    #expect(plan.standIn.user == "admin")
    #expect(plan.machine == "an EC2 instance")
    guard case .words(let words, "source_ami_filter.filters.name") = plan.standIn.evidence else {
      Issue.record("no words: \(plan.standIn.evidence)")
      return
    }
    #expect(words.value == "debian-12-amd64-*")
    #expect(example.text(at: words.location) == "debian-12-")
    #expect(plan.standIn.limits.contains { $0.contains("cloud-init") })
    #expect(plan.unseen["provision-1"]?.map(\.value) == ["`systemctl`: no service manager runs"])
  }

  @Test(
    "says that another processor cannot be shown",
    arguments: [
      ("amd64-*\"", "amd64-*\"", false), ("amd64-*\"", "arm64-*\"", true),
      ("amd64-*\"", "*\", \"architecture\": \"arm64\"", true),
      ("\"ami_name\"", "\"instance_type\": \"t4g.micro\", \"ami_name\"", true),
      ("\"ami_name\"", "\"instance_type\": \"g4dn.xlarge\", \"ami_name\"", false),
    ])
  func processors(_ old: String, _ new: String, _ isTold: Bool) throws {
    let (_, build) = try build(Self.debian.replacing(old, with: new), StandInRequest(isForAll: true))
    let limits = try build.standIn.orThrow("a stand-in").standIn.limits
    #expect(limits.contains { $0.contains("processor of ARM") } == isTold)
  }

  @Test("starts, prepares, provisions and keeps the container, and hands nothing on")
  func steps() throws {
    let (_, build) = try build(Self.debian, StandInRequest(isForAll: true))
    #expect(build.steps.map(\.id) == ["start", "stand-in", "provision-1", "commit", "post-process-1.1"])
    guard case .start(let start) = build.steps[0].action, case .container = build.setting else {
      Issue.record("no container is started")
      return
    }
    #expect(start.image.shown == "debian:12" && start.accountName == "admin")
    #expect(build.steps[1].commands[0].contains("useradd -m"))
    // What the container is given is there in a rehearsal, too.
    #expect(build.steps[1].rehearsal.operations.count == 1)
    #expect(build.steps[2].rehearsal.calls.map(\.value) == ["/bin/sh", "sudo", "systemctl"])
    #expect(build.steps[3].title == "keep the stand-in as an image, in place of an Amazon machine image web")
    guard case .postProcess(let process) = build.steps[4].action, case .rehearsed = process.work else {
      Issue.record("the manifest would be written")
      return
    }
  }

  @Test("takes the image that is named for the build, for the builder's type, or for all")
  func named() throws {
    func image(_ wishes: [(String, StandInRequest.Wish)]) throws -> String? {
      let request = StandInRequest(wishes: wishes.map { (name: $0.0, wish: $0.1, location: nil) })
      return try build(Self.debian, request).1.standIn?.standIn.image
    }
    #expect(try image([("*", .image("c")), ("amazon-ebs", .image("b")), ("web", .image("a"))]) == "a")
    #expect(try image([("*", .image("c")), ("amazon-ebs", .image("b"))]) == "b")
    #expect(try image([("*", .byWords)]) == "debian:12")
    #expect(try image([("web", .never), ("*", .byWords)]) == nil)
    #expect(try image([("other", .byWords)]) == nil)
  }

  /// Builders, and what is said of why nothing stands in.
  private static let silent = [
    (
      #"{"type": "amazon-ebs", "source_ami": "ami-1"}"#,
      "cannot tell which system `amazon-ebs` starts from: `source_ami` is `ami-1`, which no rule knows; write "
        + "`stand-ins: {builds: {amazon-ebs: IMAGE}}` in `.ovenproof.yaml`, or give `--stand-in amazon-ebs=IMAGE`"
    ),
    (
      #"{"type": "virtualbox-iso", "iso_url": "", "guest_os_type": "Ubuntu_64"}"#,
      "cannot tell which release of Ubuntu `virtualbox-iso` starts from: `guest_os_type` is `Ubuntu_64`; write "
        + "`stand-ins: {builds: {virtualbox-iso: IMAGE}}` in `.ovenproof.yaml`, or give "
        + "`--stand-in virtualbox-iso=IMAGE`"
    ),
    (
      #"{"type": "azure-arm", "os_type": "Windows"}"#,
      "no container of Linux stands in for builder `azure-arm`: `os_type` says that it starts Windows"
    ),
    (
      #"{"type": "amazon-ebs", "source_ami": "ami-1", "communicator": "winrm"}"#,
      "no container of Linux stands in for builder `amazon-ebs`: the communicator says that it starts Windows"
    ),
  ]

  @Test("says what it lacks where nothing tells the system", arguments: silent)
  func cannotTell(_ builder: String, _ words: String) throws {
    let (_, build) = try build(builder, StandInRequest(isForAll: true))
    guard case .elsewhere(let reason) = build.setting else {
      Issue.record("\(builder) has a stand-in")
      return
    }
    #expect(reason == words)
  }

  @Test("asks the more telling option first, and takes the release from a later one")
  func order() throws {
    let builder = """
      {"type": "vmware-iso", "guest_os_type": "debian8-64", "iso_urls": ["iso/mini.iso", "http://x/debian-9.4.0-amd64.iso"]}
      """
    #expect(try build(builder, StandInRequest(isForAll: true)).1.standIn?.standIn.image == "debian:9")
    let open =
      #"{"type": "vsphere-iso", "iso_url": "http://x/ubuntu/mini.iso", "guest_os_type": "centos7-64"}"#
    #expect(try build(open, StandInRequest(isForAll: true)).1.standIn?.standIn.image == "centos:7")
  }

  @Test("names what would stand in where nobody asks for it")
  func hint() throws {
    let (_, build) = try build(Self.debian, StandInRequest())
    guard case .elsewhere(let reason) = build.setting else {
      Issue.record("a container is started")
      return
    }
    #expect(
      reason.hasSuffix("an Amazon machine image; `--stand-in` rehearses it in a container of `debian:12`"))
  }

  @Test(
    "logs in as the builder would",
    arguments: [
      (#"{"type": "digitalocean", "image": "debian-12-x64"}"#, "root"),
      (#"{"type": "vagrant", "source_path": "debian/bookworm64"}"#, "vagrant"),
      (#"{"type": "qemu", "iso_url": "debian-12.iso"}"#, "root"),
      (#"{"type": "qemu", "iso_url": "debian-12.iso", "ssh_username": "me"}"#, "me"),
    ])
  func user(_ builder: String, _ name: String) throws {
    #expect(try build(builder, StandInRequest(isForAll: true)).1.standIn?.standIn.user == name)
  }
}
