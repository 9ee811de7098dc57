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
    let found: FoundView
    do { found = try await workplace.foundImage(request.image, pulling: request.pulls) } catch let fault
      as CommandFault
    {
      workplace.console.complain(fault.message, help: fault.help)
      return settings.copiesFiles ? 1 : 125
    }
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
    do {
      return try await starter.withContainer(request.settings, adding: request.add(to:)) { container in
        await self.end(of: container, engine, found.view)
      }.get()
    } catch let error as EngineError where error.kind == .notStarted {
      workplace.console.complain(error.message)
      return settings.copiesFiles ? 1 : error.codeOfStart
    }
  }

  private func end(
    of container: any RunningContainer, _ engine: any ContainerEngine, _ image: any ImageView
  ) async -> Result<Int32, any Error> {
    let files = PresentFiles(container: container, engine: engine, image: image.reference)
    let end: Result<Int32, any Error>
    do { end = .success(try await judge(container, files, image)) } catch { end = .failure(error) }
    await files.forget()
    inform("stopping the container")
    do { try await keepLogs(of: container) } catch { return .failure(error) }
    return end
  }

  private func judge(
    _ container: any RunningContainer, _ files: PresentFiles, _ image: any ImageView
  ) async throws -> Int32 {
    if DGossFiles(settings: settings, disk: workplace.disk).status(DGossFiles.wait) != nil {
      inform("waiting for goss_wait.yaml to pass")
      let wait = try run(DGossFiles.wait, settings.waitOptions, image)
      guard try await wait.code(on: container, { await files.view() }) == 0 else {
        return try await giveUp(container, "goss_wait.yaml has not passed")
      }
    }
    if settings.sleep > 0 { try await Task.sleep(for: .seconds(settings.sleep)) }
    guard try await container.mainProcess() == .running else {
      return try await giveUp(container, "the container does not run")
    }
    inform("judging the container")
    let goss = try run(DGossFiles.main, settings.options, image)
    return try await goss.code(on: container) { await files.view() }
  }

  /// A run of goss's command line, with the environment that it has inside a container.
  private func run(_ file: String, _ options: DGossOptions, _ image: any ImageView) throws -> GossRun {
    var words = ["-g", file]
    if let variables = settings.variables { words += ["--vars", DGossFiles.path(of: variables)] }
    var environment = ["PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]
    for line in image.configuration.value?.environment ?? [] {
      let name = line.utf8.prefix { $0 != UInt8(ascii: "=") }
      environment[String(decoding: name, as: UTF8.self)] = String(
        decoding: line.utf8.dropFirst(name.count + 1), as: UTF8.self)
    }
    environment.merge(request.settings.environment) { $1 }
    let inside = Workplace(console: workplace.console, disk: workplace.disk, environment: environment)
    do throws(GossUsageFault) {
      let arguments = try GossArguments(words + ["validate"] + options.words, environment: environment)
      var run = GossRun(
        arguments, in: inside, files: DGossFiles(settings: settings, disk: workplace.disk))
      run.isSilent = options.isSilent
      return run
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
