# Qogam in a container: docker build -t qogam . && docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/data" qogam analyze news/ -o out.jsonl
FROM debian:bookworm AS build
RUN --mount=type=bind,source=scripts/packages.txt,target=/packages.txt \
    apt-get -qq update && \
    awk '$1 == "build" || $1 == "package" { print $2 }' /packages.txt | xargs apt-get -qq install -y --no-install-recommends
WORKDIR /qogam
COPY . .
RUN cmake --preset release -DQOGAM_TESTS=OFF && \
    cmake --build --preset release && \
    cpack --config build/release/CPackConfig.cmake -B /packages

FROM debian:bookworm-slim
RUN --mount=type=bind,from=build,source=/packages,target=/packages \
    apt-get -qq update && \
    apt-get -qq install -y --no-install-recommends /packages/qogam_*.deb && \
    rm -rf /var/lib/apt/lists/* && \
    useradd --uid 10001 --no-create-home --home-dir /data qogam && \
    install -d -o qogam -g qogam /data
USER qogam
WORKDIR /data
VOLUME /data
ENTRYPOINT ["qogam"]
CMD ["--help"]
