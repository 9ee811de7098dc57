import ArgumentParser
import Host

/// `ovenproof dgoss`: takes the command line of dgoss, and exits as dgoss does.
struct DGossCommand: OvenproofVerb {
  static let name = "dgoss"
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Take dgoss's command line: `ovenproof dgoss run [DOCKER'S OPTIONS] IMAGE`.",
    discussion: """
      The image is started as docker would, and judged by goss.yaml, after goss_wait.yaml has passed where there is one. Of docker's \
      options -e, --env-file, -v, --tmpfs, -u, -w, -h, --entrypoint, --network, --read-only, --privileged, --cap-add, --cap-drop and \
      --device are followed; without --network it has an interface that leads back to itself alone. GOSS_FILE, GOSS_FILES_PATH, \
      GOSS_FILES_STRATEGY, GOSS_ADDITIONAL_COPY_PATH, GOSS_VARS, GOSS_OPTS, GOSS_WAIT_OPTS, GOSS_SLEEP, CONTAINER_RUNTIME and \
      CONTAINER_LOG_OUTPUT are read. `dgoss edit` is refused.
      """)

  @Argument(parsing: .captureForPassthrough, help: "`run` and what docker takes.")
  var arguments: [String] = []

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    throw ProgramEnd(code: try await Self.code(arguments, in: workplace))
  }

  private static func code(_ arguments: [String], in workplace: Workplace) async throws -> Int32 {
    let settings: DGossSettings
    let request: DockerRunWords
    do throws(GossUsageFault) {
      settings = try DGossSettings(environment: workplace.environment)
      switch arguments.first {
      case "run":
        request = try DockerRunWords(Array(arguments.dropFirst()), in: workplace)
      case "edit":
        throw GossUsageFault(
          "`dgoss edit` is not taken over: it opens a shell in a container that has goss in it",
          help: "write goss.yaml by hand, or begin it with dgoss itself")
      case "help", "--help", "-h":
        try? workplace.console.write(DGossCommand.helpMessage() + "\n")
        return 0
      case nil:
        throw GossUsageFault("no command is given", help: "write `dgoss run [DOCKER'S OPTIONS] IMAGE`")
      case let word?:
        throw GossUsageFault(
          "dgoss has no command `\(word)`", help: "write `dgoss run [DOCKER'S OPTIONS] IMAGE`")
      }
    } catch {
      workplace.console.complain(error.message, help: error.help)
      return 1
    }
    return try await DGossRun(request: request, settings: settings, workplace: workplace).code()
  }
}
