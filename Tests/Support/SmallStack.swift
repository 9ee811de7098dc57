import Glibc

/// Runs code on a thread of its own with a stack of a given size, as some machines give their threads.
package enum SmallStack {
  private final class Job {
    let body: () -> Void

    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// What the code gives; nil where no thread could be made.
  package static func run<Result>(kilobytes: Int, _ body: @escaping () -> Result) -> Result? {
    var result: Result?
    let job = Job { result = body() }
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, kilobytes << 10)
    var thread = pthread_t()
    let made = pthread_create(
      &thread, &attributes,
      { job in
        if let job { Unmanaged<Job>.fromOpaque(job).takeUnretainedValue().body() }
        return nil
      }, Unmanaged.passUnretained(job).toOpaque())
    guard made == 0 else { return nil }
    pthread_join(thread, nil)
    return result
  }
}
