"""The steps from draft to page and off it again: who may take them, from where to where."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """`permission`: the action of a model's permission (`approve` of `news.approve_article`);
    `reason`: what a reason is called where one is needed."""

    name: str
    label: str
    sources: tuple[str, ...]
    target: str
    permission: str
    done: str
    reason: str = ""


STEPS = {
    step.name: step
    for step in (
        Step("submit", "Gửi duyệt", ("draft", "returned"), "submitted", "submit", "đã gửi duyệt"),
        Step(
            "send_back",
            "Trả lại",
            ("submitted", "approved"),
            "returned",
            "return",
            "đã trả lại",
            reason="Lý do trả lại",
        ),
        Step("approve", "Duyệt", ("submitted",), "approved", "approve", "đã duyệt"),
        Step("publish", "Đăng", ("approved",), "published", "publish", "đã đăng"),
        Step(
            "withdraw",
            "Gỡ khỏi trang",
            ("published",),
            "withdrawn",
            "publish",
            "đã gỡ",
            reason="Ghi chú công khai",
        ),
        Step("reopen", "Đưa về nháp", ("withdrawn",), "draft", "publish", "đã đưa về nháp"),
    )
}
