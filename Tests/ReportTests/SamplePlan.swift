import Packer
import Plan
import Source

/// A plan with a step of each sort that shows, over the template of the sample.
struct SamplePlan {
  let plan: Plan
  let sources: SourceSet

  init() throws {
    let files = SampleSources()
    sources = files.set
    plan = Plan(template: FileID("machine.json"), builds: [try Self.docker(files), try Self.amazon(files)])
  }

  private static func docker(_ files: SampleSources) throws -> BuildPlan {
    let image = try files.place(of: "\"debian\"", in: "machine.json")
    let script = try files.place(of: "\"scripts/refresh.sh\"", in: "machine.json")
    let inline = try files.place(of: "\"inline\"", in: "machine.json")
    let upload = FileUpload(
      .generated("#!/bin/sh -e\napt-get update\n"), to: "/tmp/script_1.sh", mode: .fixed(0o755))
    let password = RunText([.literal("login "), .secret("hunter2", name: "password")])
    return BuildPlan(
      name: "docker", builder: "docker", base: .init(reference: "debian", location: image),
      setting: .container,
      steps: [
        Step(
          id: "start", kind: .start, type: "docker", title: "start a container from `debian`", origin: image,
          effects: [.init(.downloads, name: "debian")], action: .start(ContainerStart(image: "debian"))),
        Step(
          id: "provision-1", kind: .provision, type: "shell", title: "run scripts/refresh.sh", origin: script,
          inputs: [.init(.file, "scripts/refresh.sh", digest: "sha256:00"), .init(.variable, "version")],
          effects: [.init(.uploads, path: "/tmp/script_0.sh"), .init(.runs, name: "scripts/refresh.sh")],
          control: .init(pauseBefore: 5, retries: 2), action: .provision([.run(ContainerRun(password))])),
        Step(
          id: "provision-2", kind: .provision, type: "shell", title: "run 1 command \u{1B}[31m",
          origin: inline,
          inputs: [.init(.hole, "PackerRunUUID")],
          effects: [.init(.uploads, path: "/tmp/script_1.sh"), .init(.installs, name: "curl", .maybe)],
          action: .provision([.uploadFile(upload), .run(ContainerRun("/tmp/script_1.sh"))])),
        Step(
          id: "discard", kind: .discard, type: "docker", title: "throw the container away", origin: image,
          action: .discard),
      ], errorCleanup: nil, unknowns: [UnknownReason("`version` is set by the environment", at: inline)])
  }

  private static func amazon(_ files: SampleSources) throws -> BuildPlan {
    let origin = try files.place(of: "\"message\"", in: "machine.json")
    return BuildPlan(
      name: "amazon-ebs", builder: "amazon-ebs", base: nil,
      setting: .elsewhere("`amazon-ebs` has no stand-in here"),
      steps: [
        Step(
          id: "start", kind: .start, type: "amazon-ebs", title: "start a machine", origin: origin,
          action: .unsupported("`amazon-ebs` has no stand-in here"))
      ], errorCleanup: nil, unknowns: [])
  }
}
