# docker build -t zhengming . && docker run --rm -v "$PWD:/drafts:ro" zhengming check articles/
FROM python:3.12-slim

COPY . /opt/zhengming
RUN pip install --no-cache-dir /opt/zhengming \
    && rm -rf /opt/zhengming \
    && useradd --create-home editor
USER editor
# The glossary is compiled once, so that each run starts fast.
RUN zhengming lookup 中国 > /dev/null
WORKDIR /drafts
ENTRYPOINT ["zhengming"]
CMD ["--help"]
