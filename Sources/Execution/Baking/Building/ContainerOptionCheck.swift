package import Diagnostics
package import Engine
import Host
import Packer
package import Plan
import Source

/// Finds what templates ask of their containers and an engine cannot give on this machine, without starting one.
package struct ContainerOptionCheck: Sendable {
  private let engine: any ContainerEngine
  private let host: HostWork

  /// Paths on the host start in the working directory.
  package init(_ engine: any ContainerEngine, workingDirectory: String) {
    self.init(
      engine,
      HostWork(
        files: Disk(workingDirectory: workingDirectory), environment: [:], temporaryFolder: "/tmp",
        scratchFolder: nil))
  }

  init(_ engine: any ContainerEngine, _ host: HostWork) {
    self.engine = engine
    self.host = host
  }

  /// What the container of a build would be refused, each at the option that asks for it. What only the run will know is
  /// not judged.
  package func findings(in build: BuildPlan) -> [Diagnostic] {
    guard case .container = build.setting, let first = build.steps.first,
      case .start(let start) = first.action
    else { return [] }
    let mask = SecretMask(of: build)
    return requests(of: start).compactMap { request in
      let error: EngineError
      switch request.spec {
      case .success(let spec):
        guard let refusal = engine.refusal(of: spec) else { return nil }
        error = refusal
      case .failure(let failure): error = EngineError(.invalid, failure.message)
      }
      return Diagnostic(
        "engine/refused-option", .error, mask.masking(error.message),
        at: start.optionPlaces[request.option] ?? first.origin,
        help: error.help)
    }
  }

  /// One thing that a container is to have.
  private struct Request {
    /// The option of the builder that asks for it.
    let option: String
    let spec: Result<ContainerSpec, StepFailure>

    init(_ option: String, _ change: (inout ContainerSpec) -> Void) {
      self.option = option
      var spec = ContainerSpec()
      change(&spec)
      self.spec = .success(spec)
    }

    init(_ option: String, _ failure: StepFailure) {
      self.option = option
      spec = .failure(failure)
    }
  }

  private func requests(of start: ContainerStart) -> [Request] {
    var requests: [Request] = []
    if start.privileged { requests.append(Request("privileged") { $0.privileged = true }) }
    // Who has all rights is asked for none.
    let capabilities = start.privileged ? ([], []) : (start.capabilitiesAdded, start.capabilitiesDropped)
    requests += capabilities.0.map { name in Request("cap_add") { $0.capabilitiesAdded = [name] } }
    requests += capabilities.1.map { name in
      Request("cap_drop") { $0.capabilitiesDropped = [name] }
    }
    requests += start.devices.compactMap(\.complete).map { device in
      Request("device") { $0.devices = [device] }
    }
    requests += start.tmpfs.compactMap(\.complete).map { mount in Request("tmpfs") { $0.tmpfs = [mount] } }
    for volume in start.volumes {
      guard let source = volume.host.complete, let place = volume.container.complete else { continue }
      do throws(StepFailure) {
        let mount = try RunArguments.mount(of: source, at: place, on: host)
        requests.append(Request("volumes") { $0.mounts = [mount] })
      } catch { requests.append(Request("volumes", error)) }
    }
    return requests + ownArguments(of: start)
  }

  /// What `run_command` asks for, as far as that can be told.
  private func ownArguments(of start: ContainerStart) -> [Request] {
    let option = "run_command"
    guard !start.hasDefaultRunArguments else { return [] }
    let asked: ContainerSpec
    do throws(StepFailure) {
      asked = try RunArguments(start.runArguments.map(RunArguments.Word.init), on: host).applied(
        to: ContainerSpec())
    } catch {
      return [Request(option, error)]
    }
    var requests: [Request] = []
    if asked.privileged { requests.append(Request(option) { $0.privileged = true }) }
    if asked.network == .none { requests.append(Request(option) { $0.network = .none }) }
    requests += asked.devices.map { device in Request(option) { $0.devices = [device] } }
    if !asked.tmpfs.isEmpty { requests.append(Request(option) { $0.tmpfs = asked.tmpfs }) }
    requests += asked.mounts.map { mount in Request(option) { $0.mounts = [mount] } }
    if !start.privileged, !asked.privileged,
      !asked.capabilitiesAdded.isEmpty || !asked.capabilitiesDropped.isEmpty
    {
      requests.append(
        Request(option) {
          $0.capabilitiesAdded = asked.capabilitiesAdded
          $0.capabilitiesDropped = asked.capabilitiesDropped
        })
    }
    return requests
  }
}
