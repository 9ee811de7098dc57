import CLinux

/// How the process takes memory from the system.
package enum ProcessMemory {
  /// Takes it in large steps: the arenas of threads otherwise ask the system for every few kilobytes. What is not used of
  /// a step is only reserved.
  package static func takeLargeSteps() { clinux_set_allocation(stepSize, mappedSize) }

  /// Lets what this thread allocates from now on lie in large pages where the kernel has them: small ones are fetched one by
  /// one, which is half of the page faults of a lint.
  package static func useLargePages() { clinux_use_large_pages() }

  /// What a lint of some hundred files takes.
  private static let stepSize: Int32 = 16 << 20
  /// From here on a block is worth a mapping of its own; once the step is set, the C library does not find that out itself.
  private static let mappedSize: Int32 = 8 << 20
}
