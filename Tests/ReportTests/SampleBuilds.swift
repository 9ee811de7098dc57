import Baking
import Engine
import Plan
import Source

/// The builds of the sample: one that went well, one that failed, one that this machine cannot run.
enum SampleBuilds {
  static func results(_ sources: SampleSources) throws -> [BuildResult] {
    let image = EngineImage(id: "sha256:" + String(repeating: "3c", count: 32), name: nil)
    let base = EngineImage(id: "sha256:" + String(repeating: "2b", count: 32), name: "debian")
    let start = try step("start", .start, "start from `debian`", at: "\"docker\"", sources)
    let refresh = try step(
      "provision-1", .provision, "run scripts/refresh.sh", at: "\"scripts/refresh.sh\"", sources)
    let chef = try step("provision-2", .provision, "chef-solo: recipe[greeter]", at: "\"chef-solo\"", sources)
    let push = try step("post-process-1.2", .postProcess, "push the image", at: "\"message\"", sources)
    let tag = Artifact(
      .tag, image: image, names: ["registry.example.com/greeter:1.0.0"],
      words: "Tagged image: registry.example.com/greeter:1.0.0")
    return [
      BuildResult(
        name: "docker", verdict: .done,
        steps: [
          StepResult(start, .done, duration: 0.412),
          StepResult(refresh, .cached, tail: ["Reading package lists...", "Done"], duration: 0.02),
          StepResult(push, .skipped, message: "nothing is pushed unless `--publish` is given"),
        ], artifacts: [tag], base: base, image: image, duration: 12.345),
      BuildResult(
        name: "slim", verdict: .failed,
        steps: [
          StepResult(start, .done, duration: 0.4),
          StepResult(
            chef, .failed, exitCode: 4, message: "the command ended with exit code 4",
            tail: [
              "Recipe: greeter::default", "  * apt_package[netcat-openbsd] action install",
              "    Mixlib: <fatal> & gone",
            ],
            duration: 65.5),
          StepResult(push, .notRun),
        ], artifacts: [], base: base, image: nil, duration: 65.9),
      BuildResult(
        name: "amazon-ebs", verdict: .notRun,
        steps: [StepResult(start, .notRun, message: "`amazon-ebs` cannot be run here")], artifacts: [],
        base: base, image: nil, duration: 0),
    ]
  }

  private static func step(
    _ id: String, _ kind: Step.Kind, _ title: String, at text: String, _ sources: SampleSources
  ) throws -> Step {
    Step(
      id: id, kind: kind, type: "docker", title: title,
      origin: try sources.place(of: text, in: "machine.json"),
      action: .discard)
  }
}
