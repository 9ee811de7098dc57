import Source

/// What dgoss reads from its environment.
struct DGossSettings: Sendable {
  let folder: String
  let file: String
  let variables: String?
  /// Folders that are laid beside the files.
  let addedFolders: [String]
  /// Whether the files are copied into a container that is made before it is started.
  let copiesFiles: Bool
  /// What stands behind `validate`.
  let options: DGossOptions
  let waitOptions: DGossOptions
  /// Seconds between the start and the judgement.
  let sleep: Double
  /// Where the container's logs are written to in the end.
  let logOutput: String?
  /// The runtime that is asked for by name; nil where none is.
  let runtime: String?

  /// A file of the folder.
  func path(of file: String) -> String { folder == "." ? file : folder + "/" + file }

  init(environment: [String: String]) throws(GossUsageFault) {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    folder = value("GOSS_FILES_PATH") ?? "."
    file = value("GOSS_FILE") ?? "goss.yaml"
    variables = value("GOSS_VARS")
    addedFolders =
      value("GOSS_ADDITIONAL_COPY_PATH")?.split(whereSeparator: { $0 == ":" || $0 == " " }).map(String.init)
      ?? []
    options = try DGossOptions(
      environment["GOSS_OPTS"] ?? "--color --format documentation", of: "GOSS_OPTS")
    waitOptions = try DGossOptions(
      environment["GOSS_WAIT_OPTS"] ?? "-r 30s -s 1s > /dev/null", of: "GOSS_WAIT_OPTS")
    let pause = value("GOSS_SLEEP") ?? "0.2"
    guard let seconds = Double(pause) ?? GoDuration(pause)?.seconds, seconds >= 0 else {
      throw GossUsageFault("GOSS_SLEEP is no time: `\(pause)`", help: "write seconds: `0.5`")
    }
    sleep = seconds
    logOutput = value("CONTAINER_LOG_OUTPUT")
    runtime = value("CONTAINER_RUNTIME")
    guard ["docker", "podman", "nerdctl", nil].contains(runtime) else {
      throw GossUsageFault(
        "CONTAINER_RUNTIME is `\(runtime ?? "")`", help: "dgoss knows docker, podman and nerdctl")
    }
    copiesFiles = value("GOSS_FILES_STRATEGY") == "cp"
    guard ["mount", "cp", nil].contains(value("GOSS_FILES_STRATEGY")) else {
      throw GossUsageFault(
        "GOSS_FILES_STRATEGY is neither `mount` nor `cp`",
        help: "here nothing is put into the container: leave it out")
    }
  }
}
