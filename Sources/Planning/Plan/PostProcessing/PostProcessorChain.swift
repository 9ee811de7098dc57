import Packer
import Project
import Source

/// One chain of post-processors: each gets what the one before has made.
struct PostProcessorChain {
  let project: Project
  let build: Build
  let components: [ConfiguredComponent]
  /// From 1.
  let number: Int
  /// The step that makes what the chain starts from.
  let source: String
  /// Whether a container stands in for the machine, so that there is nothing to take.
  let isRehearsed: Bool

  /// The steps of the chain.
  func steps() -> [Step] {
    var artifact = Artifact(of: build)
    var previous = source
    return components.map { component in
      let id = "post-process-\(number).\(component.position)"
      let input = ProvisionerInput(project: project, build: build, component: component, stepID: id)
      let processor = PostProcessor(input: input, artifact: artifact)
      let step = step(processor, id: id, after: previous)
      artifact = processor.result
      previous = id
      return step
    }
  }

  private func step(_ processor: PostProcessor, id: String, after previous: String) -> Step {
    let component = processor.input.component
    let process = PostProcess(
      isRehearsed ? .rehearsed(Self.rehearsed) : processor.work, chain: number, position: component.position,
      keepsInput: component.keepInputArtifact)
    return Step(
      id: id, kind: .postProcess, type: component.type.value, title: processor.title,
      origin: component.location,
      inputs: [.init(.step, previous)] + project.inputs(of: processor.input.reference(chain: number))
        + project.variables(in: component),
      effects: isRehearsed ? [] : processor.effects, action: .postProcess(process))
  }

  private static let rehearsed = "what a stand-in makes is rehearsed only, never handed on"
}
