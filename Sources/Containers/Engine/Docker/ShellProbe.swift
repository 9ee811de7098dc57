/// Whether a shell can be run in a container; asked once, and only where that matters.
actor ShellProbe {
  private let container: String
  private let client: DockerClient
  private var known: Bool?

  /// One that idles has it.
  init(_ container: String, _ process: ContainerSpec.Process, _ client: DockerClient) {
    self.container = container
    self.client = client
    known = process == .idle ? true : nil
  }

  var hasShell: Bool {
    get async {
      if let known { return known }
      let words = ["exec", container, "/bin/sh", "-c", ":"]
      let answer =
        (try? await client.run(words, to: "run a shell in the container", deadline: 20)) != nil
      known = answer
      return answer
    }
  }
}
