import Engine
import Expectation
import Goss
import Host
import Image
import Observation
import Source
import Verification

/// One `dgoss run`: starts a container, waits for it, and judges it.
struct DGossRun: Sendable {
  private static let logLimit = 16 << 20

  let request: DockerRunWords
  let settings: DGossSettings
  let workplace: Workplace

  /// dgoss's exit code.
  func code() async throws -> Int32 {
    for option in request.passedOver {
      inform("docker's option `\(option)` is not taken over: what depends on it may be judged otherwise")
    }
    let found = try await workplace.foundImage(request.image, pulling: request.pulls)
    let choice = found.place.client.flatMap {
      $0.name == settings.runtime ? EngineOptions.Choice.client($0) : nil
    }
    let starter: ImageStarter
    let engine: any ContainerEngine
    switch await EngineAccess.to(found, choice, in: workplace) {
    case .none(let reason): throw CommandFault(.undecided, "the image cannot be started: \(reason)")
    case .engine(let opened, let image): (engine, starter) = (opened, ImageStarter(opened, image: image))
    }
    inform("starting a container of `\(request.image)`")
    return try await starter.withContainer(request.settings, adding: request.add(to:)) { container in
      let files = PresentFiles(container: container, engine: engine, image: found.view.reference)
      let code: Int32
      do { code = try await judge(container, files, found.view) } catch {
        await files.forget()
        throw error
      }
      await files.forget()
      inform("stopping the container")
      try await keepLogs(of: container)
      return code
    }
  }

  private func judge(
    _ container: any RunningContainer, _ files: PresentFiles, _ image: any ImageView
  ) async throws -> Int32 {
    let waitFile = path(of: "goss_wait.yaml")
    if workplace.disk.status(waitFile) != nil {
      inform("waiting for goss_wait.yaml to pass")
      var wait = try run(waitFile, settings.waitOptions, image)
      wait.isSilent = DGossSettings.isSilent(workplace.environment["GOSS_WAIT_OPTS"])
      guard try await wait.code(on: container, { await files.view() }) == 0 else {
        return try await giveUp(container, "goss_wait.yaml has not passed")
      }
    }
    if settings.sleep > 0 { try await Task.sleep(for: .seconds(settings.sleep)) }
    guard try await container.mainProcess() == .running else {
      return try await giveUp(container, "the container does not run")
    }
    inform("judging the container")
    let goss = try run(path(of: settings.file), settings.options, image)
    return try await goss.code(on: container) { await files.view() }
  }

  private func path(of file: String) -> String {
    settings.folder == "." ? file : settings.folder + "/" + file
  }

  /// A run of goss's command line, with the environment that it has inside a container.
  private func run(_ file: String, _ options: [String], _ image: any ImageView) throws -> GossRun {
    var words = ["-g", file]
    if let variables = settings.variables { words += ["--vars", path(of: variables)] }
    var environment = ["PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]
    for line in image.configuration.value?.environment ?? [] {
      let name = String(line.prefix { $0 != "=" })
      environment[name] = String(line.dropFirst(name.count + 1))
    }
    environment.merge(request.settings.environment) { $1 }
    let inside = Workplace(console: workplace.console, disk: workplace.disk, environment: environment)
    do throws(GossUsageFault) {
      return GossRun(try GossArguments(words + ["validate"] + options, environment: environment), in: inside)
    } catch {
      throw CommandFault(.failure, error.message, help: error.help)
    }
  }

  private func giveUp(_ container: any RunningContainer, _ reason: String) async throws -> Int32 {
    let logs = try await container.logs(limit: Self.logLimit)
    workplace.console.tell(logs.output + logs.error)
    workplace.console.complain(reason)
    return 1
  }

  private func keepLogs(of container: any RunningContainer) async throws {
    guard let path = settings.logOutput else { return }
    let logs = try await container.logs(limit: Self.logLimit)
    try HostFile.write(logs.output + logs.error, to: workplace.disk.absolute(path))
  }

  private func inform(_ line: String) { workplace.console.say("INFO: \(line)") }
}
